## 町のことば。来訪者の画面で使うすべての文。日本語を先に書き、ほかの言語はこれにならう。

town-title = バーチャル鹿島
town-description = 佐賀県鹿島市を、ブラウザで歩く町です。アプリも登録もいりません。
town-language = 言語
town-close = 閉じる
town-cancel = やめる
town-again = もう一度ためす
town-loading = よみこんでいます…

## はじめの画面

town-welcome-lead = 佐賀県鹿島市へ、ようこそ。
town-welcome-about = 祐徳稲荷神社、酒蔵通り、有明海の岸。ここは、世界のどこからでも歩ける鹿島です。アプリも登録もいりません。
town-form-title = 歩くしたく
town-name-label = ニックネーム
town-name-hint = 24文字まで。まわりの人に見えます。本名は入れないでください。
town-look-label = 見た目
town-look-preview = えらんだ見た目の絵
town-look-dice = おまかせ
town-look-more = もっと選ぶ
town-look-clothes = 服
town-look-clothes-shirt = シャツ
town-look-clothes-happi = 法被
town-look-clothes-yukata = 浴衣
town-look-clothes-skirt = スカート
town-look-hair = 髪形
town-look-hair-short = 短い髪
town-look-hair-bob = おかっぱ
town-look-hair-bun = おだんご
town-look-hair-long = 長い髪
town-look-hat = 帽子
town-look-hat-none = なし
town-look-hat-straw = 麦わら帽子
town-look-hat-cap = 野球帽
town-look-hat-headband = 鉢巻
town-look-top = 服の色
town-look-bottom = 下の服の色
town-look-hair-colour = 髪の色
town-look-skin = 肌の色
town-look-choice = { $part } { $number }
town-remember-label = 次に来たときのために
town-remember-yes = おぼえておいてもらう
town-remember-yes-about = このブラウザに合い札（クッキー）を1つ置きます。次に来たときも名前、見た目、バッジが残り、来た日数が名前なしで市の統計に数えられます。いつでも消せます。
town-remember-no = 今回だけにする
town-remember-no-about = ブラウザを閉じると合い札はなくなります。歩く、話す、参加するのは同じです。バッジは次に来たとき表示できず、統計には今回だけ数えられます。
town-remember-choose = どちらか一つを選んでください。どちらでも町を歩けます。
town-enter = 町に入る
town-enter-flat = 地図の町に入る
town-enter-flat-about = 文字と地図で歩く、軽い町です。キーボードや読み上げだけでも使えます。
town-building = 町をつくっています… { $percent }%
town-no-webgl = この端末では立体の町を表示できないため、地図の町でご案内します。

town-returning = おかえりなさい、{ $name }さん
town-returning-days =
    { $days ->
        [0] 今日が、はじめての日です。
       *[other] これまでに{ $days }日、お越しいただきました。
    }
town-returning-not-remembered = 「今回だけ」のお客さまです。ブラウザを閉じると、合い札はなくなります。
town-passport = パスポート
town-passport-open = パスポートを見る（来た日、記録、ほかの端末）
town-passport-elsewhere = 別の端末のパスポートを使う
town-passport-change = 名前や見た目を変える
town-passport-save = この内容にする
town-passport-saved = 変えました。
town-passport-erase = 町から自分の記録を消す
town-erase-title = すべて消しますか？
town-erase-about = 名前、見た目、来た日の記録、バッジとのつながりを消します。チェーンに記されたバッジは残りますが、だれのものでもなくなります。元にはもどせません。
town-erase-confirm = すべて消す
town-erased = すべて消しました。またいつでも、はじめての人としてお越しください。

town-kept-title = 町がおぼえること、おぼえないこと
town-kept-yes = おぼえること：ニックネーム、見た目、言語、町にいた時間、もらったバッジ。
town-kept-no = たずねないこと：本名、メールアドレス、電話番号、住所。広告や追跡のしくみは使いません。
town-kept-chain = バッジはブロックチェーンに記されます。記されるのはバッジの番号と日付、そして無作為に作った宛先だけで、あなたにつながるものはありません。
town-credits = データの出典
town-privacy = プライバシー
town-accessibility = アクセシビリティ
town-proof = バッジの証明
town-new-tab = （新しいタブでひらきます）

## イベント

town-nature = 潮と空
town-tours = まちあるき
town-travel = すばやく移動
town-events-title = これからのイベント
town-events-none = いま予定されているイベントはありません。町はいつでも歩けます。
town-events-failed = イベントの一覧を読みこめませんでした。
town-event = イベント
town-event-more = くわしく見る
town-event-more-of = { $title }をくわしく見る
town-event-place = 場所
town-event-when = 日時（日本時間）
town-event-when-here = あなたの時刻
town-event-span = { $from } 〜 { $to }
town-event-seats = 席
town-event-seats-left = { $capacity }席のうち、あと{ $left }席
town-event-seats-none = { $capacity }席すべて埋まっています
town-event-languages = 案内のことば
town-event-badge = バッジ
town-event-badge-share = 時間の{ $percent }%以上いてくださった方に、来訪バッジをお渡しします。
town-event-badge-minutes = { $minutes }分以上いてくださった方に、来訪バッジをお渡しします。
town-event-state-published = 開場前
town-event-state-open = 開場中
town-event-state-ended = 終了
town-event-state-cancelled = 中止
town-event-waiting = まだ開場していません。開場すると、このページがひとりでに変わります。
town-event-opened = 開場しました。お入りいただけます。
town-event-is-open = 開場しています。お入りいただけます。
town-event-full =
    { $waiting ->
        [0] いまは満席です。列に並ぶと、席が空きしだい、順番にひとりでに入れます。
       *[other] いまは満席で、{ $waiting }人が列で待っています。列に並ぶと、順番が来たときにひとりでに入れます。
    }
town-event-ended = このイベントは終わりました。町はいつでも歩けます。
town-event-cancelled = このイベントは中止になりました。ご予定くださったのに申しわけありません。
town-event-join = この会場に入る
town-event-join-flat = 地図の町で入る
town-event-prepare = 開場を待つあいだに、名前と見た目をご用意ください。
town-entrance =
    { $role ->
        [guide] 案内人として入ります。
       *[staff] 係として入ります。
    }
town-line-join = 列に並ぶ
town-line-join-flat = 列に並ぶ（地図の町で入る）
town-line-event = この会場の席は、いますべて埋まっています。
town-line-event-named = 「{ $title }」は、いま{ $capacity }席すべて埋まっています。
town-line-public = いま町は満員です。
town-line-place =
    { $place ->
        [1] 次は、あなたの番です
       *[other] あなたは列の{ $place }番目です
    }
town-line-waiting = いま{ $waiting }人が待っています。
town-line-about = 席が空くと、ひとりでに入ります。このページを開いたままお待ちください。閉じると、しばらくして列から外れます。
town-line-meanwhile = 待たずに、いつもの町を歩くこともできます。そのときは列から外れます。
town-line-cut = つながりにくくなっています。つながりしだい、列の場所をお知らせします。
town-line-leave = 列を離れる
town-line-turn-title = お待たせしました
town-line-turn = 席が空きました。いま入ります。

## 町のなか

town-canvas = 立体の町。矢印キーかWASDキーで歩き、QとEで向きを変えます。文字と地図で歩くには「地図の町」を選んでください。
town-hud = 町の道具
town-people-count = { $count }人
town-here = 現在地
town-say = 話す
town-gesture = 身ぶり
town-badges = バッジ
town-settings = 設定
town-more = メニュー
town-flat = 地図の町
town-solid = 立体の町
town-leave = 町を出る
town-arrived = { $place }に着きました。
town-going = { $place }へ歩いています。
town-stopped = 立ち止まりました。
town-no-way = そこへは歩いて行けないようです。
town-someone-came = { $name }さんが来ました。
town-someone-left = { $name }さんが出ました。

town-link-joining = 町につないでいます…
town-link-away-kept = 通信が切れました。つなぎなおしています。あなたの場所は残っています。
town-link-away = 通信が切れています。つながりしだい、もどります。
town-link-back = つながりました。
town-link-now = いますぐつなぐ

town-banner-left =
    { $minutes ->
        [0] まもなく終わります
       *[other] あと{ $minutes }分
    }
town-banner-closing = 終わりました。まもなく会場が閉まります
town-banner-starts = { $time }から
town-banner-progress = バッジまで、あと約{ $minutes }分
town-banner-earned = バッジの条件を満たしました
town-banner-resting = いまは時間を数えていません。歩くか、話すか、身ぶりをすると、つづきを数えます。
town-banner-recorded = 案内人の道と言葉を記録しています（来訪者は記録しません）
town-banner-progress-label = バッジまでの参加時間
town-announcement = お知らせ
town-announcement-by = { $by }より

## 話す

town-chat-title = 話す
town-chat-log = 会話
town-chat-empty = まだ会話はありません。あいさつしてみませんか。
town-chat-phrases = ことばを選ぶ
town-chat-phrases-about = 相手には、相手の言語でとどきます。
town-chat-text = メッセージ
town-chat-send = 送る
town-chat-closed = 自由な文は、係のいるイベントのあいだ使えます。いまは、ことばを選んで話せます。
town-chat-you = あなた
town-phrase-1 = こんにちは
town-phrase-2 = はじめまして
town-phrase-3 = ありがとう
town-phrase-4 = すみません
town-phrase-5 = はい
town-phrase-6 = いいえ
town-phrase-7 = きれいですね
town-phrase-8 = おもしろいですね
town-phrase-9 = いっしょに歩きませんか
town-phrase-10 = 少し待ってください
town-phrase-11 = ついて行きます
town-phrase-12 = またお会いしましょう

## 身ぶり

town-emote-1 = 手をふる
town-emote-2 = おじぎ
town-emote-3 = 拍手
town-emote-4 = 指をさす
town-emote-5 = ヤッサ踊り
town-emoted-1 = { $name }さんが手をふりました。
town-emoted-2 = { $name }さんがおじぎをしました。
town-emoted-3 = { $name }さんが拍手をしました。
town-emoted-4 = { $name }さんが指をさしました。
town-emoted-5 = { $name }さんがヤッサ踊りをしました。

## 人

town-people-title = いま町にいる人
town-people-alone = いまは、あなた一人です。ゆっくり歩いてみてください。
town-people-you = { $name }（あなた）
town-distance = { $metres } m
town-distance-way = { $way }へ{ $metres } m
town-role-guide = 案内人
town-role-staff = 係
town-role-recorded = 自動案内
town-recordings = 案内の記録
town-way-n = 北
town-way-ne = 北東
town-way-e = 東
town-way-se = 南東
town-way-s = 南
town-way-sw = 南西
town-way-w = 西
town-way-nw = 北西

## 場所

town-places = 場所
town-go = ここへ行く
town-place-more = くわしく
town-place-more-of = 「{ $place }」についてくわしく
town-go-to = { town-go }：{ $place }
town-stop = 止まる

## バッジ

town-stamps = スタンプ帳
town-stamps-about = 場所に着いて少し立ちどまると、スタンプがもらえます。全部そろうと、そのめぐりのバッジになります。
town-stamp-won = 、もらいました
town-stamp-open = 、まだです
town-stamp-got = 「{ $place }」のスタンプをもらいました。
town-stamp-rally = { $rally }：{ $all }か所のうち{ $done }か所
town-rally-progress = { $all }か所のうち{ $done }か所
town-rally-done = 達成
town-badges-title = もらったバッジ
town-badges-none = まだバッジはありません。イベントに参加すると、来訪バッジがもらえます。
town-badge-preparing = 発行準備中
town-badge-issued = 発行済
town-badge-final = 確定
town-badge-revoked = 取り消し
town-badge-preparing-about = ブロックチェーンに記すしたくをしています。ページを閉じても、なくなりません。
town-badge-issued-about = ブロックチェーンに記しました。まもなく確定します。
town-badge-final-about = 確定しました。だれでも確かめられます。
town-badge-revoked-about = 発行したあとで、市が取り消しました。
town-wallet-open = ウォレットにつなぐ
town-badge-proof = 証明のページを見る
town-badge-proof-of = 「{ $title }」の証明のページを見る
town-badge-large = 「{ $title }」を大きく見る
town-badge-name-host = 「{ $title }」の案内役
town-badge-name-real = { $place }を訪問
town-badge-name-monthly = { $month }の来訪
town-badge-earned = { $kind }：{ $how }
town-badge-kind-event = イベント
town-badge-kind-rally = めぐり
town-badge-kind-monthly = 月の来訪
town-badge-kind-real = 現地の訪問
town-badge-kind-host = 案内役
town-badge-source-presence = ごいっしょに過ごしてくださいました
town-badge-source-stamps = スタンプをすべて集めました
town-badge-source-month = 日を分けて来てくださいました
town-badge-source-one-time = もらったコードで受け取りました
town-badge-source-rotating = 会場の画面のコードで受け取りました
town-badge-source-word = 合言葉で受け取りました
town-badge-source-grant = 市の担当者から贈られました
town-badge-got = 「{ $title }」のバッジをもらいました！
town-badge-look = バッジを見る
town-badge-news = バッジ「{ $title }」：{ $state }

## 設定

town-settings-title = 設定
town-tier = 画質
town-tier-low = 軽い
town-tier-mid = ふつう
town-tier-high = きれい
town-motion = 動きをひかえめにする
town-tier-later = 次に立体の町をひらくときから変わります。

## お別れと、もう一度

town-gone-title = 町を出ました
town-gone-removed-title = 退場のお知らせ
town-gone-ended-title = イベントは終わりました
town-gone-tab-title = 別の画面で町にいます
town-gone-full-title = 満席です
town-gone-closed-title = 会場は開いていません
town-gone-entry-title = 係の入口からは入れませんでした
town-gone-as-visitor = 来訪者として入る
town-gone-lost-title = 町につながりません
town-gone-renew-title = 町が新しくなりました
town-gone-ended-badge = 参加時間がたりた方には、バッジをお渡ししています。はじめの画面で見られます。
town-gone-removed-next = いつもの町は、これまでどおり歩けます。
town-gone-lost-next = 電波のよい所で、もう一度おためしください。
town-gone-home = はじめの画面へ
town-gone-public = いつもの町を歩く
town-gone-here = こちらで町に入る
town-gone-reload = 読みこみなおす

## コードと合言葉

town-claim-title = バッジを受け取る
town-claim-looking = コードを確かめています…
town-claim-lead-event = このイベントに来てくださったしるしのバッジです。
town-claim-lead-real = 鹿島を訪れてくださったしるしのバッジです。
town-claim-receive = バッジを受け取る
town-claim-newcomer = はじめての方は、町での呼び名を決めてください
town-claim-got = バッジを受け取りました
town-claim-had = このバッジは、もう受け取っています
town-claim-thanks-event = ご参加ありがとうございました。
town-claim-thanks-real = 鹿島へお越しいただき、ありがとうございました。
town-claim-refused = 受け取れませんでした
town-claim-ask = お困りのときは、近くの係にお声がけください。
town-claim-town = 町へ入る
town-claim-event = イベントのページへ
town-claim-shelf = 自分のバッジを見る
town-claim-type = コードを入力する
town-claim-code-label = 引換コード
town-claim-code-hint = 紙や画面にある英数字です。空白は入れても入れなくてもかまいません。
town-claim-code-missing = コードを入力してください。
town-claim-look = 確かめる
town-claim-foot = お金もアプリもウォレットもいりません。本名をたずねることもありません。
town-word-title = 会場の合言葉を入力する
town-word-label = 合言葉
town-word-hint = 会場で案内された言葉です。大文字と小文字、空白のちがいは気にしなくてかまいません。
town-word-missing = 合言葉を入力してください。
town-word-send = 送る
town-word-had = 「{ $title }」のバッジは、もう受け取っています。
town-screen-title = 来訪バッジのコード
town-screen-code = バッジのQRコード
town-screen-scan = カメラで読み取ると、来訪バッジがもらえます
town-screen-by-hand = 読み取れないときは { $address } を開いて、次のコードを入れてください
town-screen-next = つぎのコードまで { $seconds }秒
town-screen-lost = 通信を確かめています。つながりしだい、新しいコードを出します。
town-screen-weak = 電波が弱いようです。つなぎなおしています。
town-screen-full = 全画面にする
town-screen-used = これまでに { $count }人が受け取りました
