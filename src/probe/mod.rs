//! A real connection, stage by stage: resolve, TCP, TLS, token, login, `SELECT 1`.
