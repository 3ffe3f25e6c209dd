"""What all pilots learned together: each part answers one picture, for a page that includes it."""
