"""What the roles are called, in both languages; a role in people's own words stays as it is."""

from mlew.documents.words import Words

ROLES = Words(
    product_manager=("プロダクトマネージャー", "product manager", "プロダクトマネジャー", "プロダクトオーナー", "PM"),
    developer=("開発者", "developer", "エンジニア"),
    data_scientist=("データサイエンティスト", "data scientist"),
    sponsor=("スポンサー", "sponsor"),
    facilitator=("ファシリテーター", "facilitator"),
    sales=("営業", "sales"),
    ux_designer=("UX デザイナー", "UX designer", "デザイナー"),
    customer_support=("カスタマーサポート", "customer support", "サポート"),
    lead=("進行担当", "lead"),
    timekeeper=("タイムキーパー", "timekeeper"),
)
