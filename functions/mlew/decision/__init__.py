"""From numbers to a decision: values against lines set beforehand, and the rule of the method (DESIGN §8)."""
