"""Reading: from files, pages and feeds to records."""
