//! The window: pages, widgets, theme. No AWS and no file access in pages or widgets.
