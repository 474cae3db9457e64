"""Statistics over the diary, with numpy; imported when somebody asks for them."""
