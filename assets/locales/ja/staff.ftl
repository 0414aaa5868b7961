## 職員の画面のことば。日本語を先に書き、ほかの言語はこれにならう。

staff-title = バーチャル鹿島 職員の画面
staff-brand = バーチャル鹿島
staff-brand-staff = 職員の画面
staff-skip = 本文へ
staff-nav = おもな画面
staff-nav-events = イベント
staff-nav-counters = 窓口のコード
staff-nav-figures = 再訪の数字
staff-nav-badges = バッジ
staff-nav-members = 職員
staff-nav-audit = 操作の記録
staff-account = ログイン中の人
staff-languages = 表示する言語
staff-sign-out = ログアウト

staff-minutes = { $minutes }分
staff-people = { $count }人
staff-jst = 時刻はすべて日本時間です。

staff-role =
    { $role ->
        [owner] 管理者
        [host] 進行役
        [moderator] 見守り役
       *[analyst] 分析担当
    }
staff-role-about =
    { $role ->
        [owner] すべての操作ができます。ほかの職員を招けます。
        [host] イベントを作り、開き、終えます。出席と数字を見られます。
        [moderator] 会場を見守り、お知らせを出し、退場をお願いできます。
       *[analyst] 数字だけを見ます。個人のニックネームは見えません。
    }

## ログイン

staff-sign-in-title = ログイン
staff-sign-in-lead = イベントの準備と進行、再訪の数字を見るための入口です。
staff-login = ログイン名
staff-password = パスワード
staff-sign-in = ログインする
staff-sign-in-wrong = ログイン名かパスワードが違います。
staff-sign-in-help = アカウントがないとき、パスワードを忘れたときは、管理者に新しい登録リンクを頼んでください。
staff-signed-out = ログアウトしました。
staff-form-stale = ページを開いてから時間がたったため、送れませんでした。もう一度お願いします。

## 登録リンク

staff-invite-title = 職員の登録
staff-invite-lead = 「{ $role }」として登録します。このリンクは一回だけ使えます。
staff-invite-login-help = 半角の英小文字・数字・「.」「_」「-」で、3文字から40文字。あとから変えられません。
staff-name = 表示する名前
staff-invite-name-help = ほかの職員に見える名前です。お知らせを出すと、来訪者にも見えます。
staff-password-help = { $shortest }文字以上。ことばを四つほど並べると、覚えやすく破られにくくなります。
staff-password-again = パスワード（確認のためもう一度）
staff-register = 登録してはじめる
staff-welcome = ようこそ、{ $name }さん。登録できました。

staff-password-title = パスワードを変える
staff-password-current = いまのパスワード
staff-password-new = 新しいパスワード
staff-password-lead = 変えると、ほかの端末でのログインはすべて切れます。
staff-password-change = パスワードを変える
staff-password-changed = パスワードを変えました。

staff-fault-summary = 次のところを直してください。入力した内容は残っています。
staff-fault-login-characters = 半角の英小文字・数字・「.」「_」「-」で、3文字から40文字にしてください。
staff-fault-login-taken = このログイン名は使われています。別の名前にしてください。
staff-fault-name-empty = 名前を入れてください。
staff-fault-name-long = 名前は40文字までです。
staff-fault-name-characters = 名前に使えない文字が入っています。
staff-fault-password-short = { $shortest }文字以上にしてください。
staff-fault-password-long = { $longest }文字までにしてください。
staff-fault-password-obvious = 推測されやすいパスワードです。よくあることば、名前、並んだ文字だけに頼らないものにしてください。
staff-fault-again = 二つのパスワードが同じではありません。
staff-fault-current = いまのパスワードが違います。

## 断り

staff-refused-title = この操作はできませんでした
staff-refused-not-found = お探しのページはありません。リンクが古いか、もう使えないのかもしれません。
staff-refused-large = 送られた内容が大きすぎます。
staff-refused-malformed = 送られた内容を読み取れませんでした。
staff-refused-surprise = こちらの不具合で、うまくいきませんでした。少し待ってもう一度お試しください。
staff-refused-home = 最初の画面へ

staff-again-title = もう一度送ってください
staff-again-stale = ページを開いてから時間がたったか、ログインしなおしたため、まだ送られていません。内容はそのまま残っています。
staff-again-signed-out = ログインの期限が切れていたため、まだ送られていません。別のタブでログインしてから、下のボタンを押してください。内容はそのまま残っています。
staff-again-sign-in = ログイン画面を別のタブで開く
staff-again-send = この内容をもう一度送る
staff-again-typed = 送る内容

## イベント

staff-events-title = イベント
staff-events-new = 新しいイベントを作る
staff-events-none = まだイベントはありません。最初のイベントを作りましょう。
staff-events-section =
    { $section ->
        [now] 開催中
        [soon] これから
        [drafts] 下書き
       *[past] 終わったもの
    }
staff-state =
    { $state ->
        [draft] 下書き
        [published] 公開中（開場前）
        [open] 開場中
        [ended] 終了
       *[cancelled] 中止
    }
staff-events-present = いま会場に { $count }人

staff-event-when = 日時
staff-event-place = 場所
staff-event-capacity = 定員
staff-event-languages = ことば
staff-event-badge = バッジの条件
staff-event-badge-share = 時間の{ $percent }%以上の参加
staff-event-badge-minutes = { $minutes }分以上の参加
staff-event-badge-needed = （{ $minutes }分）
staff-event-link = 参加リンク
staff-event-link-help = このリンクかQRコードを案内してください。開場中だけ会場に入れます。
staff-event-link-draft = 公開すると、ここに参加リンクとQRコードが出ます。
staff-copy = リンクをコピー
staff-copied = コピーしました。
staff-code = 参加リンクのQRコード
staff-code-save = QRコードを保存（SVG）
staff-event-next = 次にすること
staff-event-next-draft = 内容を確かめて公開します。公開すると町のイベント一覧に出ます。公開したあとは内容を変えられません。
staff-event-next-published = 時間になったら開場します。開場すると、来訪者が会場に入れるようになります。
staff-event-next-open = 開場しています。会場のようすを見ながら進めましょう。
staff-event-next-ended = 終了しました。出席とバッジの状態を確かめられます。
staff-event-next-cancelled = このイベントは中止になりました。
staff-event-edit = 内容を直す
staff-event-publish = 公開する
staff-event-open = 開場する
staff-event-live = 進行画面へ
staff-event-end = 終了する
staff-event-cancel = 中止する
staff-event-attendance = 出席とバッジ
staff-event-created = 「{ $title }」を下書きとして作りました。
staff-event-saved = 内容を直しました。
staff-event-too-early = 開場できるのは、始まりの{ $hours }時間前からです。
staff-event-now-published = 公開しました。町のイベント一覧に出ています。
staff-event-now-open = 開場しました。来訪者が入れます。
staff-event-now-ended = 終了しました。条件を満たした方にバッジをお渡しします。
staff-event-now-cancelled = 中止にしました。
staff-done-untold = 保存しました。町への知らせが遅れています。数分たっても変わらないときは、運用の担当へ知らせてください。

staff-form-new = 新しいイベント
staff-form-edit = イベントの内容を直す
staff-form-what = 何を
staff-form-title = 題名
staff-form-title-help = 来訪者に見える名前です。80文字まで。
staff-form-place = 場所
staff-form-place-choose = 選んでください
staff-form-place-help = 来訪者が最初に立つ場所です。
staff-form-when = いつ
staff-form-starts = 始まり（日本時間）
staff-form-ends = 終わり（日本時間）
staff-form-who = だれに
staff-form-capacity = 定員
staff-form-capacity-help = 1人から{ $most }人まで。
staff-form-languages = 案内することば
staff-form-languages-help = 進行役が話せることばを選びます。画面の文字は五つの言語すべてで出ます。
staff-form-rule = バッジの条件
staff-form-rule-help = サーバーが測った参加時間で決まります。席を外している時間は数えません。
staff-form-rule-share = 時間の割合（%）
staff-form-rule-minutes = 分数
staff-form-rule-value = 割合（%）または分数
staff-form-save = 下書きに保存する
staff-form-keep = 保存する
staff-form-stop = やめる

staff-fault-title = 題名を1文字から80文字で入れてください。
staff-fault-place = 場所を選んでください。
staff-fault-date = 日付と時刻を入れてください。
staff-fault-ends-before = 終わりは始まりよりあとにしてください。
staff-fault-ends-at = イベントの長さは12時間までです。
staff-fault-ends-past = 終わりの時刻がもう過ぎています。
staff-fault-number = 数字で入れてください。
staff-fault-capacity = 定員は1人から{ $most }人までです。
staff-fault-languages = ことばを一つ以上選んでください。
staff-fault-rule-share = 割合は1から100までです。
staff-fault-rule-minutes = 分数は1から、イベントの長さまでです。

## 進行

staff-live-title = 進行
staff-live-closed = このイベントはいま開場していません。
staff-live-present = 会場にいる人
staff-live-as-of = { $time } 現在
staff-live-none = いま会場にはだれもいません。
staff-live-nickname = ニックネーム
staff-live-place = いる場所
staff-live-minutes = 参加時間
staff-live-on-the-way = 道の途中
staff-live-act = 操作
staff-live-remove-short = 退場
staff-live-remove-who = { $nickname }さんに退場をお願いする
staff-live-overdue = 終わりの時刻を過ぎています。終了すると、条件を満たした方にバッジをお渡しします。
staff-live-refresh = 最新にする
staff-live-lost = 最新のようすを読みこめません。通信を確かめています。
staff-live-ended = このイベントは終わりました。画面を読みこみなおしてください。
staff-announce-title = 会場全体へのお知らせ
staff-announce-label = お知らせの文
staff-announce-help = 会場の全員にすぐ出ます。{ $most }文字まで。
staff-announce = お知らせを出す
staff-announced = お知らせを出しました。
staff-announced-title = 出したお知らせ
staff-fault-text = お知らせの文を1文字から{ $most }文字で入れてください。

staff-remove-title = 退場をお願いする
staff-remove-lead = { $nickname }さんは会場から出され、このイベントにはもう入れません。町のほかの場所は歩けます。
staff-remove-reason = 理由
staff-remove-reason-help = ご本人に表示され、操作の記録に残ります。{ $most }文字まで。
staff-remove = 退場をお願いする
staff-removed = 退場をお願いしました。
staff-fault-reason = 理由を1文字から{ $most }文字で入れてください。

staff-line-title = 満席のとき
staff-live-nth = 第{ $number }会場・{ $place }
staff-live-waiting =
    { $count ->
        [0] 列で待っている人はいません。
       *[other] 列で{ $count }人が待っています。
    }
staff-let-in-count = 人数
staff-let-in-help = 列の先頭から順に、定員をこえて入れます。一度に{ $most }人まで。
staff-let-in = 先頭から入れる
staff-let-in-done = { $count }人に席を用意しました。数秒のうちに、ひとりでに入ってきます。
staff-let-in-none = 席を用意できた人はいません。列にだれもいないか、会場にもう余裕がありません。

staff-enter-title = 自分が会場に入る
staff-enter-about = 定員にかかわらず入れます。ほかの人からは、名前に印が付いて見えます。
staff-enter-guide = 案内人として入る
staff-enter-staff = 係として入る
staff-entrance-title = 会場への入口
staff-entrance-lead =
    { $role ->
        [guide] 「{ $title }」に案内人として入るための入口です。
       *[staff] 「{ $title }」に係として入るための入口です。
    }
staff-entrance-hours = { $hours }時間使えます。開場しているあいだだけ入れます。
staff-entrance-one = 最初に入った人だけのものになります。来訪者には渡さず、職員それぞれが自分の入口を作ってください。
staff-entrance-name = 会場での名前は、町で使っているニックネームのままです。
staff-entrance-open = 町を開く
staff-entrance-back = もとの画面にもどる

staff-end-title = イベントを終了しますか
staff-end-1 = 会場が閉まり、中にいる方は町に戻ります。
staff-end-2 = 参加時間が条件を満たした方に、バッジをお渡しします。
staff-end-3 = 終了したあと、もう一度開くことはできません。
staff-cancel-title = イベントを中止しますか
staff-cancel-1 = 会場は開かなくなります。開いているときは閉まり、中にいる方は町に戻ります。
staff-cancel-2 = まだバッジを受け取っていない方には、お渡ししません。すでに条件を満たした方のバッジは残ります。
staff-cancel-3 = 中止したあと、元に戻すことはできません。
staff-confirm-end = 終了する
staff-confirm-cancel = 中止する
staff-confirm-stop = やめておく

staff-attendance-title = 出席とバッジ
staff-attendance-lead = 参加時間はサーバーが測ったものです。バッジには{ $minutes }分以上の参加が必要です。
staff-attendance-none = 参加した人はいませんでした。
staff-attendance-count = 参加 { $count }人、うちバッジ { $badges }人
staff-attendance-first = 最初に来た時刻
staff-attendance-badge = バッジ
staff-attendance-erased = （消去済み）
staff-award =
    { $state ->
        [none] 条件に届きませんでした
        [queued] 発行準備中
        [batched] 発行準備中
        [mined] 発行済
        [final] 確定
        [revoked] 取り消し
        [erased] お渡し済み（消去済み）
       *[parked] 確認が必要です
    }
staff-attendance-open = 開催中のため、まだ増えます。

staff-attendance-host = 案内役：{ $state }
staff-grant-title = バッジを贈る
staff-grant-lead = { $nickname }さんに、理由を添えてバッジを贈ります。事情があって時間が足りなかった方や、手伝ってくださった方のためのものです。贈ったバッジは取り消せません。
staff-grant-which = 贈るバッジ
staff-grant-kind =
    { $kind ->
        [host] 案内役のバッジ
       *[event] 来訪のバッジ
    }
staff-grant-about =
    { $kind ->
        [host] イベントを案内した方、手伝った方のしるしです。
       *[event] イベントに参加した日のしるしです。来訪日として数えられます。
    }
staff-grant-held = もう持っています。
staff-grant-reason = 理由
staff-grant-reason-help = 操作の記録に残ります。ご本人には「市の担当者から贈られました」とだけ伝わります。{ $most }文字まで。
staff-grant = 贈る
staff-grant-link = 贈る
staff-grant-column = 手渡し
staff-grant-who = { $nickname }さんにバッジを贈る
staff-granted = { $nickname }さんにバッジを贈りました。
staff-granted-before = { $nickname }さんはこのバッジをもう持っています。何も変わっていません。

## 再訪の数字

staff-figures-title = 再訪の数字
staff-figures-lead = 何回来たかではなく、何人がまた来たかを見ます。
staff-figures-as-of = { $when } 現在
staff-figures-totals = これまでの合計
staff-figures-visitors = 来訪者
staff-figures-visitors-about = 来訪日が1日以上ある人の数。
staff-figures-returners = 再訪者
staff-figures-returners-about = 来訪日が2日以上ある人の数。「おぼえておいてもらう」を選んだ人だけを数えます。
staff-figures-days = 来訪日
staff-figures-days-about = 来訪者ごとに、1日の活動時間が合わせて{ $seconds }秒以上あった日（日本時間）を1日と数えた合計。
staff-figures-weeks = 週ごとの来訪者と再訪者
staff-figures-weeks-about = 週は月曜から日曜まで（日本時間）。「再訪」は、その週の来訪日が、その人の2日目以降である人の数。「はじめて」は、それ以外の来訪者。おぼえないことを選んだ人は、日ごとに「はじめて」に入ります。
staff-figures-chart = 最近{ $weeks }週の来訪者。濃い部分が再訪。
staff-figures-chart-text = 数は下の表と同じです。しま模様は、少人数のため伏せた数です。
staff-figures-week = 週
staff-figures-week-of = { $day } の週
staff-figures-first = はじめて
staff-figures-again = 再訪
staff-figures-events = イベントのあと、また来た人
staff-figures-events-about = 「参加」は、イベントでの活動時間が{ $seconds }秒以上の人の数。「追える人」は、そのうち「おぼえておいてもらう」を選んだ人。「また来た人」は、追える人のうち、参加した日のあと{ $days }日以内に、別の来訪日がある人。
staff-figures-event = イベント
staff-figures-day = 開催日
staff-figures-attended = 参加
staff-figures-followed = 追える人
staff-figures-returned = また来た人
staff-figures-share = 割合
staff-figures-unsettled = まだ{ $days }日たっていません
staff-figures-settled = 確定
staff-figures-state = 期間
staff-figures-none = まだ数字はありません。来訪があると、ここに出ます。
staff-figures-no-events = 終了したイベントはまだありません。
staff-figures-hidden = 少人数の保護：{ $small }人より少ない人についての数は「<{ $small }」と表示し、引き算で分かってしまう数は「＊」で伏せます。合計には伏せた分も入っています。いま伏せている数は{ $count }個です。
staff-figures-shown = 少人数の保護は切ってあります。公開する資料には使わないでください。
staff-figures-erased = 記録の消去を望んだ人の来訪は、人数にも来訪日にも入れていません（{ $count }件）。
staff-figures-csv = 表をCSVで保存（Excel用）
staff-figures-chain = チェーンから見た数
staff-figures-chain-about = ブロックチェーンに確定したバッジだけを数えたものです。だれでも数えなおせる公開の記録なので、少人数でも伏せません。
staff-figures-holders = バッジを持つ宛先
staff-figures-repeat = 2日以上にわたる宛先
staff-figures-badges = 確定したバッジ
staff-figures-waiting = 発行の途中
staff-figures-recount = 数えなおすには、コマンド { $command } を使うか、証明のページをご覧ください。
staff-figures-proof = 証明のページ
staff-csv-week = 週
staff-csv-monday = 月曜日
staff-csv-visitors = 来訪者
staff-csv-first = はじめて
staff-csv-again = 再訪
staff-csv-days = 来訪日
staff-csv-event = イベント
staff-csv-day = 開催日
staff-csv-attended = 参加
staff-csv-followed = 追える人
staff-csv-returned = また来た人
staff-csv-share = 割合
staff-csv-settled = 期間が過ぎた
staff-csv-as-of = 時点（日本時間）
staff-csv-yes = はい
staff-csv-no = いいえ

## 職員

staff-members-title = 職員
staff-members-name = 名前
staff-members-role = 役割
staff-members-since = 登録日
staff-members-state = 状態
staff-members-active = 有効
staff-members-disabled = 停止（{ $day }）
staff-members-disable = 停止する
staff-members-disable-who = { $name }さんを停止する
staff-members-you = （あなた）
staff-invites-title = 職員を招く
staff-invites-lead = 登録リンクを作り、ご本人にだけ渡してください。リンクは一回だけ、{ $hours }時間使えます。
staff-invites-role = 役割
staff-invites-make = 登録リンクを作る
staff-invites-made = 「{ $role }」の登録リンクを作りました。この画面を離れると、もう一度は表示できません。
staff-invites-link = 登録リンク
staff-invites-open = まだ使われていないリンク
staff-invites-until = { $when } まで
staff-invites-withdraw = 取り消す
staff-invites-withdraw-which = { $role }の登録リンク（{ $when }まで）を取り消す
staff-invite-withdrawn = 登録リンクを取り消しました。
staff-disable-title = { $name }さんを停止しますか
staff-disable-1 = すぐにログアウトされ、もうログインできません。
staff-disable-2 = これまでの操作の記録は残ります。
staff-disable-3 = もとに戻すには、新しい登録リンクで登録しなおします。
staff-disable-self = ご自分を停止しようとしています。
staff-disabled = { $name }さんを停止しました。

## 操作の記録

staff-audit-title = 操作の記録
staff-audit-lead = だれが、いつ、何をしたか。新しい順に並んでいます。
staff-audit-at = 日時
staff-audit-who = 職員
staff-audit-act = 操作
staff-audit-subject = 対象
staff-audit-detail = 内容
staff-audit-none = まだ記録はありません。
staff-audit-older = さらに前の記録
staff-audit-system = システム
staff-act =
    { $act ->
        [claim-open] コード・合言葉の作成
        [claim-screen] 会場の画面のリンク作成
        [claim-withdraw] コード・合言葉の取り消し
        [join] 登録
        [sign-in] ログイン
        [change-password] パスワードの変更
        [invite] 登録リンクの作成
        [withdraw] 登録リンクの取り消し
        [disable] 職員の停止
        [event-create] イベントの作成
        [event-edit] イベントの変更
        [recording-on] 案内の記録を始めた
        [recording-off] 案内の記録をやめた
        [recording-publish] 案内の記録を公開した
        [recording-discard] 案内の記録を消した
        [event-published] イベントの公開
        [event-open] 開場
        [event-ended] イベントの終了
        [event-cancelled] イベントの中止
        [announce] お知らせ
        [remove] 退場のお願い
        [grant-event] 来訪のバッジを贈る
        [grant-host] 案内役のバッジを贈る
        [export] CSVの保存
        [let-in] 列からの入場
        [enter-guide] 案内人としての入口の作成
        [enter-staff] 係としての入口の作成
        [reissue] バッジを新しいチェーンへ発行し直す
        [badges-again] 止めてあったバッジをもう一度試す
       *[other] { $act }
    }

## バッジの発行

staff-badges-title = バッジの発行
staff-badges-lead = 約束したバッジが、いまどこまで進んでいるかを示します。何が起きても、約束したバッジはなくなりません。直ればここから続きます。
staff-badges-now = いまの状況
staff-badges-oldest = いちばん長く待っているバッジ
staff-badges-since = { $when } から
staff-badges-none-waiting = 待っているバッジはありません
staff-badges-block = 最新のブロック
staff-badges-balance = 手数料の残高
staff-badges-seen-at = この様子を見た時刻
staff-badges-look-again = もう一度見る
staff-badges-proof = 公開の証明ページを開く
staff-badges-for-operator = サーバーの担当者に伝える内容
staff-badges-counts = どこに何個あるか
staff-badges-count = { $count }個
staff-badges-state =
    { $state ->
        [queued] 順番を待っています（発行準備中）
        [batched] チェーンへ送りました（発行準備中）
        [mined] 発行済
        [final] 確定
        [revoked] 取り消し
       *[parked] 止めてあります
    }
staff-badges-lines = 待っているバッジ
staff-badges-badge = バッジ
staff-badges-number = 数
staff-badges-waits-since = いつから
staff-badges-opens = { $when } から発行できます
staff-badges-moves = ウォレットへの移動
staff-badges-move =
    { $state ->
        [queued] 順番を待っている移動　{ $count }件
        [batched] チェーンへ送った移動　{ $count }件
       *[refused] 断られた移動　{ $count }件。本人がもう一度リンクすると、やり直せます。
    }
staff-badges-why =
    { $why ->
        [nothing] 順調です。バッジは順に発行されています。
        [standby] 発行係は交代を待っています。別の発行係が働いています。
        [unconfirmed] 送ったものがブロックに入るのを待っています。
        [signer-missing] バッジに署名する鍵がありません。
        [signer-unusable] バッジに署名する鍵が使えません。
        [signer-changed] 署名する鍵が、これまでのものと違います。
        [registrar-unusable] ウォレットへ移すための鍵が使えません。
        [chain-away] ブロックチェーンにつながりません。
        [wrong-chain] つながった先が、これまでバッジを記録してきたチェーンではありません。
        [chain-disagrees] チェーンの記録が、町の控えと食い違っています。
        [nodes-disagree] 2つの接続先の答えが食い違っています。
        [no-contract] このチェーンには、まだバッジの契約がありません。
        [not-issuer] 発行の権限が外されています。
        [not-registrar] ウォレットへ移す権限が外されています。
        [needs-admin] 一部のバッジが、契約の管理者の操作を待っています。
        [defined-otherwise] 契約に登録されたバッジの日付や種類が、町の記録と違います。
        [paused] 契約の管理者が、発行を一時停止しています。
        [daily-cap] きょう発行できる上限に達しました。
        [out-of-funds] 手数料の残高が足りません。
        [refused] 接続先のサービスが、送ったものを受け付けません。
        [keeps-reverting] 送ったものが、続けて取り消されました。
        [database-away] 発行係がデータベースにつながりません。
        [silent] 発行係が動いていません。
       *[unheard] 発行係は動いていますが、様子を聞けません。
    }
staff-badges-todo =
    { $why ->
        [nothing] することはありません。
        [standby] することはありません。
        [unconfirmed] することはありません。混んでいるときは、自動で手数料を上げて送り直します。
        [signer-missing] サーバーの担当者に、発行の鍵（KASHIMA_ISSUER_KEY）を置くよう頼んでください。
        [signer-unusable] サーバーの担当者に、発行の鍵を確かめるよう頼んでください。
        [signer-changed] サーバーの担当者に、前の鍵へ戻すよう頼んでください。
        [registrar-unusable] サーバーの担当者に、KASHIMA_REGISTRAR_KEY を確かめるよう頼んでください。
        [chain-away] 自動でつなぎ直しています。30分たっても続くときは、サーバーの担当者に知らせてください。
        [wrong-chain] 何も送っていません。サーバーの担当者に、接続先を確かめるよう頼んでください。試験網が終わったときは、kashima reissue で新しい網へ移せます。
        [chain-disagrees] 発行を止めています。サーバーの担当者に知らせてください。
        [nodes-disagree] 発行を止めています。サーバーの担当者に、どちらの接続先が正しいか確かめるよう頼んでください。
        [no-contract] サーバーの担当者に、契約を置くかどうか（KASHIMA_ALLOW_DEPLOY）を決めるよう頼んでください。
        [not-issuer] 契約の管理者に、発行の権限を戻すよう頼んでください。
        [not-registrar] 契約の管理者に、移す権限を戻すよう頼んでください。
        [needs-admin] サーバーの担当者に kashima contract --pending を実行し、表示された内容を契約の管理者へ渡すよう頼んでください。
        [defined-otherwise] ほかのバッジの発行は続いています。発行の鍵が漏れたおそれがあるので、サーバーの担当者に知らせてください。
        [paused] 契約の管理者に、再開の時期を確かめてください。
        [daily-cap] あす自動で続きを発行します。
        [out-of-funds] サーバーの担当者に、発行用のアドレスへ入金するよう頼んでください。入金されると自動で続きます。
        [refused] サーバーの担当者に、接続先の契約や制限を確かめるよう頼んでください。
        [keeps-reverting] 発行を止めています。サーバーの担当者に知らせてください。
        [database-away] 自動でつなぎ直しています。続くときは、サーバーの担当者に知らせてください。
        [silent] サーバーの担当者に、発行係（kashima minter）を起動するよう頼んでください。起動すると自動で続きます。
       *[unheard] 発行は続いています。くわしい様子は、サーバーの担当者に KASHIMA_MINTER_URL を確かめるよう頼んでください。
    }
staff-badges-parked = 人が見るまで止めてあるバッジ
staff-badges-parked-none = 止めてあるバッジはありません。
staff-badges-words = 契約や発行係の返事：
staff-badges-again = { $count }個をもう一度試す
staff-badges-again-short = もう一度試す
staff-badges-again-one = もう一度試す：「{ $title }」（持ち主 { $holder }）
staff-badges-which = どのバッジか見る
staff-badges-parked-at = { $when } に止めました
staff-badges-again-done = { $count }個を、もう一度発行の列に並べました。
staff-badges-again-nothing = 止めてあるものは、もうありませんでした。
staff-badges-parked-why =
    { $reason ->
        [no-address] 宛先の書き方が正しくありません
        [not-shown] チェーンに送ったのに、記録されていません
        [closed] 発行できる期間が終わっています
        [wrong-day] バッジの日付が、発行できる期間に合いません
       *[refused] 契約が受け付けませんでした
    }
staff-badges-parked-todo =
    { $reason ->
        [no-address] サーバーの担当者に、この宛先を確かめるよう頼んでください。直るまでは、試してもまた止まります。
        [not-shown] チェーンが直ったあとに、もう一度試してください。二重に発行されることはありません。
        [closed] 契約の管理者に期間を延ばすよう頼み、そのあとでもう一度試してください。
        [wrong-day] イベントの日付が正しいか確かめ、サーバーの担当者に知らせてください。
       *[refused] 下の返事をサーバーの担当者に伝えてください。原因がなくなったら、もう一度試してください。
    }

## コードと合言葉

staff-claims-title = コードと合言葉
staff-claims-lead = 会場に来た方へ、バッジを渡す三つの方法です。どれを使っても、一人に渡るバッジは一つです。
staff-claims-short = 来た方に、紙・画面・合言葉でバッジを渡せます。
staff-claims-go = コードと合言葉へ
staff-claims-live = いま使っているもの
staff-claims-none = まだありません。下で作れます。
staff-claims-gone = 終わったもの（{ $count }件）
staff-claims-make = 新しく作る
staff-claims-closed = このイベントでは、いまコードも合言葉も作れません。公開したあと、または終わったあとに作れます。
staff-counters-title = 窓口のコード
staff-counters-lead = 観光案内所、道の駅、HAMA BARなど、実際の窓口に来た方へ渡すバッジです。同じ方でも、別の日に来れば、その日のバッジがもう一つ渡ります。
staff-claim-last = 最後に使われたのは { $when }
staff-claim-unused = まだだれも使っていません
staff-claim-uses = { $used } / { $cap }人
staff-claim-screen = 画面に出す
staff-claim-screen-which = 画面に出す：{ $label }
staff-claim-withdraw = 使えなくする
staff-claim-withdraw-which = 使えなくする：{ $channel }（{ $label }）
staff-claim-withdrawn = 使えなくしました。すでに受け取った方のバッジはそのままです。
staff-claim-spot = 町の場所
staff-claim-spot-help = 窓口がある所に、いちばん近い場所です。バッジの絵になります。
staff-claim-label = 窓口の名前
staff-claim-label-help = バッジの名前になります。例：道の駅鹿島、HAMA BAR
staff-claim-word = 合言葉
staff-claim-word-help = 言いやすく、当てにくいことば。提案のままでも、数字を続けた自分のことばでもかまいません。
staff-claim-minutes = 使える時間（分）
staff-claim-minutes-help = いまから{ $minutes }分までです。口にしたことばは、すぐに広まります。
staff-claim-opens_at = いつから
staff-claim-closes_at = いつまで
staff-claim-cap = 人数
staff-claim-codes = 枚数
staff-claim-codes-help = 1枚に1人。一度に{ $most }枚までです。
staff-claim-cap-help = この人数で受け付けを終えます。{ $most }人までです。
staff-claim-once = この合言葉が表示されるのは、この画面だけです。控えておいてください。
staff-claim-word-copy = 合言葉をコピー
staff-claim-word-title = 合言葉ができました
staff-claim-word-until = { $when }まで、先着{ $cap }人が使えます。
staff-claim-word-where = 来訪者は、町の「バッジ」を開いて「会場の合言葉を入力する」に入れます。
staff-claim-word-spelling = 大文字・小文字、空白、ひらがな・カタカナのちがいは気にしなくてかまいません。
staff-claim-word-announce = 会場で知らせる
staff-claim-back = コードの一覧へもどる
staff-claim-screen-title = 会場の画面
staff-claim-screen-lead = 「{ $label }」のコードを、30秒ごとに新しくして見せる画面です。
staff-claim-screen-scan = 会場のタブレットで、このQRコードを読み取ってください。この機械で開くこともできます。
staff-claim-screen-open = 画面を開く
staff-claim-screen-code = 会場の画面を開くQRコード
staff-claim-screen-only = この画面からできるのは、コードを見せることだけです。職員としてのログインは要りません。
staff-claim-screen-when = 使えるのは { $span } です。
staff-claim-screen-photo = 写真に撮られても、1分ほどで使えなくなります。
staff-claim-screen-stop = やめるときは、一覧で「使えなくする」を押してください。どの画面も止まります。
staff-sheet-title = 印刷する引換コード
staff-sheet-once = このページは一度しか表示されません。いま印刷してください。閉じてしまったら「使えなくする」を押して、作りなおせます。
staff-sheet-about = { $count }枚。1枚につき1人が、一度だけ使えます。{ $span }
staff-sheet-print = 印刷する
staff-sheet-code = { $number }枚目のQRコード
staff-slip-town = バーチャル鹿島
staff-slip-how = カメラで読み取ると、来訪バッジがもらえます（無料・アプリ不要・1回かぎり）。
staff-slip-hand = 読み取れないとき：{ $address } で入力
staff-slip-until = { $day }まで
staff-claim-channel =
    { $channel ->
        [one-time] 紙に印刷する引換コード
        [rotating] 画面に出すQRコード
       *[word] 声で伝える合言葉
    }
staff-claim-about =
    { $channel ->
        [one-time] 1枚を1人に手渡します。1回使うと終わるので、あとから持ち帰って使う方にも安心です。
        [rotating] 会場や窓口のタブレットに出します。30秒ごとに変わるので、写真を送っても使えません。
       *[word] ガイドが口で伝えます。短い時間だけ使えます。
    }
staff-claim-make =
    { $channel ->
        [one-time] 作って印刷へ
        [rotating] 画面のリンクを作る
       *[word] この合言葉を使う
    }
staff-claim-state =
    { $state ->
        [usable] 使えます
        [coming] これから
        [full] 人数に達しました
        [withdrawn] 使えなくしました
       *[over] 期間が終わりました
    }
staff-claim-fault-spot = 場所を選んでください。
staff-claim-fault-label = 名前を1文字から80文字で入れてください。
staff-claim-fault-number = 数字で入れてください。
staff-claim-fault-codes = 1枚から{ $codes }枚までです。
staff-claim-fault-cap = 1人から{ $cap }人までです。
staff-claim-fault-date = 日付と時刻を入れてください。
staff-claim-fault-opens-at = バッジを出せるのは、イベントの前日からです。
staff-claim-fault-before = 終わりは始まりよりあとにしてください。
staff-claim-fault-closes-at = 終わりはいまより先で、イベントなら30日後まで、窓口なら1年後までです。
staff-claim-fault-minutes = 1分から{ $minutes }分までです。
staff-claim-fault-word = 当てやすいことばです。提案のように、数字を続けてください（123や同じ数字の並びはのぞきます）。

## 案内の記録

staff-recording-title = 案内の記録
staff-recording-is-off = 記録していません
staff-recording-is-on = 記録することになっています
staff-recording-is-over = イベントは終わりました
staff-recording-is-published = 公開しています
staff-recording-what = 記録しておくと、来られなかった人も、あとから案内人のあとをついて歩けます。
staff-recording-kept = 記録するもの：受付中の、案内人の歩いた道と発言、係からのお知らせ。
staff-recording-not-kept = 記録しないもの：来訪者の姿、名前、発言、位置。案内人の名前も記録しません。
staff-recording-days = イベントの予定終了から{ $days }日で、公開していても自動で消えます。それより前でも、いつでも消せます。
staff-recording-agree = 案内人本人の同意を得てから、記録を始めてください。途中でやめることもできます。
staff-recording-switch-on = 案内人の同意を得たので、記録する
staff-recording-switch-off = 記録をやめる
staff-recording-now-on = 案内を記録します。案内人が会場にいるあいだだけ記録されます。
staff-recording-now-off = 記録をやめました。それまでの記録は残っています。
staff-recording-none = 記録はありません。
staff-recording-length = 長さ
staff-recording-lines = 発言
staff-recording-line-count = { $count }件
staff-recording-publish = 公開する
staff-recording-publish-help = 公開すると、町に来た人はだれでも「案内の記録」から一緒に歩けます。下の発言を読んで、個人の名前などがないか確かめてください。
staff-recording-discard = 記録を消す
staff-recording-published = 公開しました。町の「案内の記録」に出ています。
staff-recording-discarded = 記録を消しました。
staff-recording-words = 発言の内容
staff-recording-at = 時刻
staff-recording-who = だれ
staff-recording-said = 言葉
staff-recording-by = { $by ->
    [staff] 係
   *[guide] 案内人
}
staff-recording-phrase = 決まり文句 { $number }番
