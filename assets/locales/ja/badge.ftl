## バッジを大きく見るときと、見せるとき。開いたときにだけ読み込みます。

badge-picture = 来訪バッジ「{ $title }」の絵
badge-date = 日付
badge-place = 場所
badge-earned = もらったわけ
badge-share = このバッジを見せる
badge-share-about = 証明のページへ進めるQRコードの入った画像をつくります。画像を見た人は、このバッジとほかのバッジも見られます。名前はわかりません。
badge-share-make = 見せる画像をつくる
badge-share-making = 画像をつくっています…
badge-share-failed = 画像をつくれませんでした。少し待って、もう一度お試しください。
badge-share-check = QRコードを読みとると、だれでも確かめられます。
badge-share-alt = 来訪バッジ「{ $title }」と、証明のページへのQRコードが入った画像
badge-share-send = この画像を送る
badge-share-save = この画像を保存する
