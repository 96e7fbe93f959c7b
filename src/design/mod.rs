//! Choices + Observed → Setup. Pure: picks every default, each with its reason.
