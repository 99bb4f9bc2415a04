"""What stands in a question: its kind, names, times and source; and what a follow-up leaves unsaid."""
