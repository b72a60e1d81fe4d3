"""How does each language write a day?"""
