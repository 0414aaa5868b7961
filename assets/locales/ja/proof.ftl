## バッジの証明のページ。だれでも見られ、だれでも確かめられます。

proof-town = バーチャル鹿島
proof-title = バッジの証明
proof-to-town = 町へ行く
proof-to-overview = バッジの証明へ
proof-skip = 本文へ
proof-languages = 言語
proof-privacy = プライバシー
proof-accessibility = アクセシビリティ

proof-lead = バーチャル鹿島の来訪バッジは、あとから書きかえればだれでも気づける台帳（ブロックチェーン）に記しています。このページは、その台帳がいま示していることを、そのままお見せします。

proof-now-title = いまの数
proof-tokens = 渡されたバッジ
proof-holders = 持っている人
proof-returners = 2日以上来た人
proof-as-of = { $moment }のブロック { $block } までの台帳を数えました。
proof-none-yet = まだ1つも発行されていません。最初のバッジが発行されると、ここに数が出ます。
proof-away-title = いまは確かめられません
proof-away-overview = 台帳につながらないため、新しい数を数えられません。記されたバッジはなくなりません。少し待って、もう一度お開きください。
proof-away-holder = 台帳につながらないため、いまは確かめられません。記されたバッジはなくなりません。少し待って、もう一度お開きください。
proof-away-since = 下の内容は、{ $moment }のブロック { $block } までに確かめたものです。

proof-find-title = バッジを見る
proof-find-about = 持ち主のアドレスを入れると、その人のバッジが見られます。アドレスは、町の「バッジ」から開く証明ページに書いてあります。
proof-find-label = 持ち主のアドレス
proof-find-hint = 0x で始まる42文字
proof-find-go = 見る

proof-does-title = バッジが示すこと
proof-does-attended = 町のサーバーが参加時間を測り、イベントの決まりを満たした方にだけ渡したこと
proof-does-day = どのイベントで、いつ、どこで渡されたか
proof-does-lasting = あとから書きかえたり、ほかの人へ売ったりしていないこと（このバッジは譲り渡せません）
proof-not-title = バッジが示さないこと
proof-not-who = だれのものか。台帳には、無作為に作ったアドレスだけがあり、名前も来訪者の番号もありません
proof-not-real = 現地の鹿島市へ行ったこと。六角形の「現地の訪問」バッジだけが、現地の窓口で受け取ったものです
proof-not-money = お金としての価値。売り買いはできません

proof-recount-title = 自分で数えなおす
proof-recount-about = わたしたちの数を信じる必要はありません。次の小さなプログラムは、Python 3.9 以降があれば動き、台帳の記録を初めから足し直します。
proof-recount-download = verify_badges.py を受け取る
proof-recount-run = 同じフォルダで、次のように実行します。
proof-recount-node = ほかの会社のノードに直接たずねることもできます。この場合、このサイトはまったく使いません。
proof-recount-digest = 最後に出る「照合値」が下の値と同じなら、バッジは1つ残らず一致しています。
proof-node-placeholder = ノードのアドレス
proof-facts-title = 確かめるための値
proof-contract = 契約のアドレス
proof-chain-id = チェーンの番号
proof-genesis = 最初のブロック
proof-block = 数えたブロック
proof-block-hash = そのブロックのハッシュ
proof-digest = 照合値
proof-manifest = 機械で読む一覧（JSON）
proof-own-chain = この台帳は、いま町のコンピューターで動いています。上の照合値やブロックのハッシュを控えておけば、あとから書きかえられていないかを、いつでも比べられます。

proof-holder-title = この人の来訪バッジ
proof-holder-proves =
    { $days ->
        [0] 台帳は、このアドレスの持ち主にバーチャル鹿島の来訪バッジが { $badges } 個渡されたことを示しています。
       *[other] 台帳は、このアドレスの持ち主が { $days } 日、鹿島の催しや現地に来て、来訪バッジを { $badges } 個受け取ったことを示しています。
    }
proof-holder-waiting = このアドレスへのバッジを、いま台帳に記すしたくをしています。
proof-holder-moved = バッジは、持ち主が自分のウォレットへ移しました。いまの置き場所：
proof-holder-address = 持ち主のアドレス
proof-holder-nobody-knows = このアドレスは無作為に作られたもので、名前は結びついていません。
proof-place = 場所
proof-date = 日付
proof-way = 発行の進み具合
proof-state-preparing = 発行準備中
proof-state-issued = 発行済
proof-state-final = 確定
proof-state-moved = ウォレットにあります
proof-state-withdrawn = 取り消し
proof-state-unchecked = 確認できません
proof-about-preparing = 台帳に記すしたくをしています。待っているあいだに、なくなることはありません。
proof-about-issued = 台帳に記しました。まもなく確定します。
proof-about-final = 確定しました。もう変わりません。
proof-about-moved = 持ち主が署名して、自分のウォレットへ移しました。なくなってはいません。
proof-about-withdrawn = 台帳に記したあとで、取り消されました。
proof-about-unchecked = いまは台帳につながらず、確かめられません。なくなってはいません。
proof-transaction = 取引のハッシュ
proof-in-block = 入っているブロック
proof-in-block-number = { $block } 番
proof-block-time = 記された時刻
proof-balance = いま契約にたずねた答え
proof-balance-yes = 持っています（balanceOf = 1）
proof-balance-no = 持っていません（balanceOf = 0）
proof-balance-unknown = いまは答えがありません
proof-details = 台帳の記録
proof-badge-unknown = この町の表にないバッジ
proof-share-title = このページを見せる
proof-share-about = 見せたい相手に、このアドレスか QRコードを渡してください。開いた人が、自分で確かめられます。
proof-share-link = このページのアドレス
proof-share-qr = このページのQRコード

proof-nobody-unknown-title = バッジは見つかりませんでした
proof-nobody-unknown = このアドレスに渡されたバッジはありません。1文字ずつ、ご確認ください。
proof-nobody-away-title = いまは確かめられません
proof-nobody-away = 台帳につながらないため、このバッジをいまは確かめられません。少し待って、もう一度お開きください。
proof-nobody-malformed-title = アドレスとして読めませんでした
proof-nobody-malformed = アドレスは 0x で始まり、0〜9 と a〜f の40文字が続きます。

proof-all-of-holder = この人のバッジをすべて見る
proof-sealed = 名前・日付・場所の指紋
proof-sealed-yes = 台帳に記された指紋と一致しています。
proof-sealed-no = 台帳に記された指紋と一致しません。このページの名前や日付を信じないでください。
proof-check-title = 自分で確かめる
proof-check-embedded = verify_badges.py を受け取り、同じフォルダで次のように実行すると、台帳の記録を初めから数えなおします。
proof-check-node = このサイトを通さず、ほかの会社のノードに直接たずねられます。答えの最後が 1 なら、いま持っています。
proof-check-meta = このバッジの内容（JSON）
proof-preview-alt = バーチャル鹿島の来訪バッジ
proof-ladder = 何日来たか
proof-ladder-step = 来かた
proof-besides = このほかに、取り消されたバッジ { $taken } 個、ウォレットへ移した人 { $moved } 人。

proof-art-label = 来訪バッジ「{ $title }」{ $day }
proof-name-host = 「{ $title }」の案内役
proof-name-real = { $place }を訪問
proof-name-monthly = { $year }年{ $month }月の来訪
proof-kind-event = イベント
proof-kind-rally = めぐり
proof-kind-monthly = 月の来訪
proof-kind-real = 現地の訪問
proof-kind-host = 案内役
proof-meta-event = { $day }、バーチャル鹿島の「{ $place }」で開かれた催しに参加したしるしです。
proof-meta-rally = バーチャル鹿島の「{ $name }」をめぐり終えたしるしです。
proof-meta-monthly = { $year }年{ $month }月に、日を分けてバーチャル鹿島を訪れたしるしです。
proof-meta-real = { $day }、佐賀県鹿島市の「{ $place }」を実際に訪れ、そこで示されたコードを受け取ったしるしです。
proof-meta-host = { $day }、バーチャル鹿島の「{ $place }」で催しを開き、案内したしるしです。
proof-trait-kind = 種類
proof-trait-place = 場所
proof-trait-day = 日付
proof-trait-season = 季節
proof-season-spring = 春
proof-season-summer = 夏
proof-season-autumn = 秋
proof-season-winter = 冬

proof-verify-chain = 台帳：ブロック { $block } まで、バッジ { $badges } 個、{ $holders } 人、2日以上来た人 { $returners } 人
proof-verify-database = データベース：確定 { $badges } 個、{ $holders } 人、2日以上来た人 { $returners } 人、発行の途中 { $underway } 個
proof-verify-digest = 照合値：{ $digest }
proof-verify-only-database = データベースだけにあるもの：{ $count }
proof-verify-only-chain = 台帳だけにあるもの：{ $count }
proof-verify-taken-back = 台帳の上で取り消され、データベースにだけ残るもの：{ $count }
proof-verify-torn = 契約の値が記録と合わない人：{ $count }
proof-verify-node = 接続先 { $number }：ブロック { $block } までの照合値 { $digest }
proof-verify-node-behind = まだそのブロックに届いていません
proof-verify-none = 契約はまだありません。
