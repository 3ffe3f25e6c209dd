"""The languages pages are said in: which there are, who reads which, and how texts are found."""
