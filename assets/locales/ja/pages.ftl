## サーバーが書くページのことば：断りのページ、プライバシー、アクセシビリティ。

pages-town = バーチャル鹿島
pages-back = 町へもどる
pages-languages = 言語
pages-refused = ご案内できませんでした

pages-privacy-title = プライバシーについて
pages-privacy-lead = お名前を聞かずに歩ける町です。何をおぼえ、何をおぼえないかを、ここに書きます。
pages-privacy-kept-title = おぼえること
pages-privacy-kept = ニックネーム、見た目、言語、「おぼえておく」かどうかのお返事、町に入った時刻と動いていた時間、参加したイベント、もらったバッジ、スタンプ、使ったコードや合言葉の記録。来訪者は無作為に作った番号でだけ区別します。
pages-privacy-not-kept-title = おぼえないこと
pages-privacy-not-kept = 本名、メールアドレス、電話番号、住所はたずねません。会話の中身は保存しません。通信元のアドレスはログにも表にも書きません。いたずらを防ぐため、アドレスから作った元にもどせない符号を数分だけ持ちます。広告や追跡のしくみ、よその会社の部品は使いません。
pages-privacy-cookie-title = 合い札（クッキー）
pages-privacy-cookie = 使うクッキーは合い札（passport）の1つだけです。「おぼえておいてもらう」を選ぶと最後に来た日から400日、「今回だけ」を選ぶとブラウザを閉じるまで残ります。「今回だけ」の来訪は、次の来訪と結びつけません。
pages-privacy-live-title = 町にいるあいだ
pages-privacy-live = ニックネーム、見た目、立っている場所は、同じ会場の人に見えます。イベントの係にはいまいる人の一覧が見え、困った行いがあれば理由をつけて退場してもらうことがあります。その理由と番号は記録に残ります。
pages-privacy-chain-title = バッジとブロックチェーン
pages-privacy-chain = チェーンに記すのは、バッジの番号、日付、無作為に作った宛先だけです。宛先があなたのものだと知っているのは町の表だけで、それを消すと、だれのものでもなくなります。
pages-privacy-wallet-title = ウォレット
pages-privacy-wallet = ウォレットをつなぐと、そのアドレスを町がおぼえます。つなぐだけなら町の中だけの記録で、いつでも外せます。バッジを移すと、ウォレットとのつながりはブロックチェーンに公開され、消せません。
pages-privacy-erase-title = 見る、消す
pages-privacy-erase = 町の「バッジ」と「設定」で、町がおぼえていることを見られます。「町から自分の記録を消す」を押すと、その場で消えます。消したあとに残るのは、だれのものでもない来訪の数だけです。
pages-privacy-staff-title = 市が見るもの
pages-privacy-staff = 市は、何人が来たか、また来たかを、名前のない数として見ます。少人数の数は、だれのことか分からないように伏せます。

pages-accessibility-title = アクセシビリティについて
pages-accessibility-lead = 年齢や体の状態、機器にかかわらず、同じ町を歩けることを目ざしています。
pages-accessibility-aim-title = めざすところ
pages-accessibility-aim = JIS X 8341-3:2016 の適合レベルAA（WCAG 2.x AA）に沿うことを、すべてのページの目標にしています。第三者による試験は、まだ受けていません。
pages-accessibility-ways-title = 歩き方はいろいろ
pages-accessibility-ways = キーボード、マウス、指、行きたい所を選ぶだけの移動で歩けます。「地図の町」は、文字と地図だけで同じことができ、読み上げでも使えます。動きをひかえめにする設定と、軽い画質も選べます。すべてのことばが五つの言語にあります。
pages-accessibility-known-title = まだ足りないところ
pages-accessibility-known = 立体の町の絵そのものは、読み上げでは伝わりません。その場合は「地図の町」をお使いください。
pages-accessibility-tell-title = お困りのときは
pages-accessibility-tell = 使いにくいところがあれば、イベントの係か市の窓口にお知らせください。直すために役立てます。
