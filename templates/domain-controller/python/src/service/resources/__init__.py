"""Names, pages, masks, etags, and how an aggregate is stored."""
