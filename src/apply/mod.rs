//! Carries a plan out: run, resume, undo, with a receipt written before and after each write.
