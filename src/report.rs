//! Report: the one shape in which any error is shown to a person.
