"""The page for a file that a published mock does not have: CloudFront shows it in place of S3's XML.

It lies in the bucket of the mocks and is put there with every site. Its styles are the edge's own.
"""

MISSING_PAGE_KEY = "errors/missing.html"
MISSING_PAGE = """<!doctype html>
<html lang="ja">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>ページが見つかりません / Page not found</title>
<link rel="stylesheet" href="/edge.css">
<main>
<h1>ページが見つかりません</h1>
<p>アドレスをご確認ください。受け取ったリンクを、もう一度開いてみてください。</p>
<div lang="en">
<h2>Page not found</h2>
<p>Please check the address, or open the link that you were given once more.</p>
</div>
</main>
</html>
""".encode()
