"""Tests of what a person sees, and what these tests share."""
