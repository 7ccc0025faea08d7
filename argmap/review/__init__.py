"""Rules that look a map over; one small function each."""
