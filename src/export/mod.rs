//! Setup → files that run: policies, CLI script, handler code. Pure; one file per target.
