## つながらないときのページ。

offline-title = いま、つながっていません
offline-about = 町はインターネットの向こうにあるため、つながるまで歩けません。電波やWi-Fiをお確かめください。
offline-kept = もらったバッジもスタンプも、なくなりません。
offline-again = もう一度ためす
offline-by-itself = つながると、ひとりでに町へもどります。
offline-languages = 言語
