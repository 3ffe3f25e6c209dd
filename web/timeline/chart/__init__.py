"""The picture of a timeline: window, lanes, marks, curves."""
