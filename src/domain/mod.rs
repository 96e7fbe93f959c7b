//! Plain values: what an account, a database, a function, a proxy are. std and serde only.
