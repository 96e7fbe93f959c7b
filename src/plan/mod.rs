//! Observed + Setup → Plan. Pure: the ordered, reversible actions, one file per act.
