"""Sample advice that ships with Otehon, one text a language and complaint."""
