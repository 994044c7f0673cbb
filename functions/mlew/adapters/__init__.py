"""The ports over AWS. The only place in the library that knows boto3."""
