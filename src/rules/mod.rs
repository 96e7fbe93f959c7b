//! Observed → Findings. Pure: one file per rule or small family.
