# Made from protocol/ by `swift run generate`; do not edit.
"""What follows from the protocol."""
