"""What pilots use to reach people, and what came of each."""
