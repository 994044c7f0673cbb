"""Click metrics, pure: wire formats, exact counting, arithmetic of the numbers. No AWS here."""
