"""The geometry of pictures: x in percent, y in pixels, drawn by templates without a script."""
