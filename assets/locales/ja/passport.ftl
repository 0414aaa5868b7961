## パスポートのページの言葉。開いた人だけが取りに行きます。

passport-title = あなたのパスポート
passport-failed = パスポートを開けませんでした。少し待って、もう一度お試しください。

passport-visits = 来た日
passport-visits-none = まだ記録がありません。町を歩くと、その日がここに残ります。
passport-day = 日
passport-time = 時間
passport-events = イベント
passport-minutes =
    { $minutes ->
        [0] 1分未満
       *[other] { $minutes }分
    }
passport-earlier = それより前
passport-stamps = スタンプ { $count }
passport-badges = バッジ { $count }
passport-see = バッジとスタンプを見る

passport-agreed = 次に来たときのこと
passport-agreed-yes = おぼえています。パスポートは、来るたびに、そこから400日間このブラウザに残ります。
passport-agreed-no = 「今回だけ」で入っています。ブラウザを閉じると、パスポートはなくなります。
passport-agree = 今日からおぼえておいてもらう
passport-agree-about = 今日からの来訪が、名前なしで市の統計に数えられます。いつでもやめられます。
passport-agree-done = これからはおぼえておきます。
passport-disagree = 今回だけに変える
passport-disagree-about = ブラウザを閉じると、パスポートはなくなります。ほかの端末では使えなくなり、コードとパスキーも無効になります。
passport-disagree-go = 今回だけにする
passport-disagree-done = 「今回だけ」に変えました。ブラウザを閉じると、パスポートはなくなります。

passport-devices = パスポートのある端末
passport-device-here = この端末
passport-device-other = 別の端末
passport-device-first = { $came }から
passport-device-code = { $came }にコードで
passport-device-passkey = { $came }にパスキーで
passport-device-used = 最後に使った日：{ $used }
passport-device-out = 使えなくする
passport-device-out-of = 最後に{ $used }に使った端末を使えなくする
passport-device-gone = その端末では、もうパスポートを使えません。

passport-bring = 別の端末に持っていく
passport-bring-not = おぼえておいてもらうと、別の端末でも同じパスポートを使えます。
passport-phone = スマートフォンに見せる
passport-phone-about = 別の端末のカメラで読み取ってください。10分以内に一度だけ使えます。読み取った人のパスポートになるので、ほかの人には見せないでください。
passport-phone-picture = パスポートを別の端末に持っていくQRコード
passport-typed = 手で入れるとき：
passport-paper = 控えのコードを作る
passport-paper-again = 控えのコードを作り直す
passport-paper-about = 端末をなくしたときのためのコードです。紙に書いて、しまっておいてください。{ $until }まで、一度だけ使えます。表示するのは今だけです。
passport-paper-stands = 控えのコードがあります（{ $until }まで）。作り直すと、前のコードは使えなくなります。
passport-withdraw = コードを無効にする
passport-withdrawn = コードはもう使えません。

passport-passkeys = パスキー
passport-passkeys-about = 指紋や顔、端末のロックで、別の端末でもパスポートを開けます。パスワードはいりません。
passport-passkey-make = パスキーを作る
passport-passkey-made = パスキーを作りました。
passport-passkey-of = { $made }に作ったパスキー
passport-passkey-remove = 消す
passport-passkey-remove-of = { $made }に作ったパスキーを消す
passport-passkey-removed = パスキーを消しました。端末の設定に残っているものは、そちらで消せます。
passport-passkey-cancelled = パスキーは作られませんでした。
passport-passkey-had = この端末には、もうパスキーがあります。

passport-kept = 町にある、あなたの記録
passport-kept-about = 町の表にある、あなたについての記録のすべてです。消すまで残ります。
passport-kept-what = 何を
passport-kept-rows = 件数
passport-kept-then = 消したあと
passport-kept-visitor = 名前、見た目、言葉、はじめて来た日時、最後に来た日時
passport-kept-consents = 「おぼえておいてもよいか」などへの答え
passport-kept-visits = 来た日、場所、時間
passport-kept-attendances = イベントごとの参加時間
passport-kept-stamps = スタンプをもらった場所と日
passport-kept-awards = もらったバッジ、その理由、発行の状態
passport-kept-holder = バッジを預かるアドレス（でたらめに作ったもの）
passport-kept-redemptions = バッジをもらったコードや合言葉
passport-kept-wallet = つないだウォレットのアドレス
passport-kept-wallet-words = ウォレットの署名のための一度きりの言葉（5分間）
passport-kept-moves = ウォレットへ移すための署名
passport-kept-devices = パスポートのある端末。合い札の照合用の値と、使った日だけ
passport-kept-codes = 端末を増やすコード。照合用の値だけ
passport-kept-passkeys = パスキーの公開鍵、作った日、使った日
passport-kept-blocks = 会わないことにした人の、そのときのニックネーム
passport-kept-moderation = イベントで職員がしたことと、その理由
passport-kept-gone = すぐに消えます
passport-kept-untied = だれのものでもない数として残ります
passport-kept-numbered = だれにもたどれない番号とともに残ります
passport-kept-public = ブロックチェーンで公開されているため残ります
passport-kept-passing = 今いる場所と話したことは、つながり直すために少しのあいだ持つだけで、表には残しません。

passport-export = すべてをファイルで受け取る（JSON）
passport-erase = 記録を消す
passport-erase-stays = 消したあとに残るのは、だれのものでもない来訪の数と、ブロックチェーンに記されたバッジだけです。バッジとあなたのつながりは消えます。ウォレットに移したバッジだけは、ウォレットのものとして公開されたままです。

passport-arrive = 別の端末のパスポートを使う
passport-arrive-about = パスポートのある端末で「別の端末に持っていく」を開くと、コードが出ます。
passport-arrive-link = コードのついたリンクから開きました。自分の端末から送ったものでなければ、続けないでください。
passport-arrive-code = コード
passport-arrive-hint = 英数字16文字。大文字と小文字、空白は気にしなくてかまいません。
passport-arrive-missing = コードを入れてください。
passport-arrive-go = ここで使う
passport-arrive-passkey = パスキーを使う
passport-arrive-failed = パスキーを読み取れませんでした。もう一度お試しください。
passport-arrive-instead-about = このまま続けると、この端末にある別のパスポートは使えなくなります。控えのコードもパスキーもなければ、もとにはもどせません。
passport-arrive-instead = それでも続ける
passport-arrive-done = { $name }さん、おかえりなさい。この端末でもパスポートを使えます。
passport-arrive-fresh = 今のコードはもう使えません。代わりの控えです。紙に書いておいてください。
