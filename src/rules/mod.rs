//! Observed → Findings. Pure: one file per rule or small family, registered in [`RULES`].
//!
//! A rule that lacks a fact yields *unknown* with the reason, never a pass.
