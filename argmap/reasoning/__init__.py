"""What stands in a map, what falls, and why."""
