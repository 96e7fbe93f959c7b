//! The command line: arguments, output as text or JSON, one file per verb.
