"""Where the four milestones stand: planned, actual, result, decision – as Markdown and as a page."""

from mlew.documents.milestone_report.content import MilestoneReport
from mlew.documents.milestone_report.markdown import render_milestone_markdown
from mlew.documents.milestone_report.page import render_milestone_page

__all__ = ["MilestoneReport", "render_milestone_markdown", "render_milestone_page"]
