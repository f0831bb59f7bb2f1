"""What only shows across the states of a journey: navigation, names, help and titles."""
