//! Choices + `Reader` → Observed: one concurrent read, partial results allowed.
