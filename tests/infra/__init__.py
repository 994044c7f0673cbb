"""Tests of the stacks. The CDK reads this variable when it is imported: Node 20 still does what we need of it."""

import os

os.environ["JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION"] = "20"
