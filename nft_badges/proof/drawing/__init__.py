"""The pictures of badges, drawn in code."""
