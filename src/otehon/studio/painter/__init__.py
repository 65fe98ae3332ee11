"""A posed figure to pixels: every vertex is snapped to the posed flesh, shaded and rastered straight into
YUV."""
