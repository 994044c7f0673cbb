"""Sites made elsewhere."""
