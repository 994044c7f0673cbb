"""Sites made elsewhere, made ready to be served below the address of a mock."""
