"""The process of the drawing. This folder is yours."""
