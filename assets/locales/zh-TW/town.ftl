## 訪客畫面上的所有文句。先寫日文，再依此書寫。

town-title = 虛擬鹿島
town-description = 用瀏覽器漫步日本佐賀縣鹿島市。不必安裝程式，也不必註冊。
town-language = 語言
town-close = 關閉
town-cancel = 取消
town-again = 再試一次
town-loading = 載入中…

## 首頁

town-welcome-lead = 歡迎來到佐賀縣鹿島市。
town-welcome-about = 祐德稻荷神社、酒藏街、有明海岸。這裡是從世界任何地方都能漫步的鹿島。不必安裝程式，也不必註冊。
town-form-title = 出發之前
town-name-label = 暱稱
town-name-hint = 最多 24 個字。周圍的人看得到，請勿使用真實姓名。
town-look-label = 造型
town-look-preview = 所選造型的圖
town-look-dice = 幫我選
town-look-more = 更多選項
town-look-clothes = 服裝
town-look-clothes-shirt = 襯衫
town-look-clothes-happi = 法被
town-look-clothes-yukata = 浴衣
town-look-clothes-skirt = 裙子
town-look-hair = 髮型
town-look-hair-short = 短髮
town-look-hair-bob = 妹妹頭
town-look-hair-bun = 丸子頭
town-look-hair-long = 長髮
town-look-hat = 帽子
town-look-hat-none = 不戴
town-look-hat-straw = 草帽
town-look-hat-cap = 棒球帽
town-look-hat-headband = 頭巾
town-look-top = 衣服顏色
town-look-bottom = 下身顏色
town-look-hair-colour = 髮色
town-look-skin = 膚色
town-look-choice = { $part } { $number }
town-remember-label = 為了下次再來
town-remember-yes = 請記住我
town-remember-yes-about = 我們會在這個瀏覽器放一個識別碼（Cookie）。下次來時名字、造型和徽章都還在，來過的天數會以不記名方式計入市府統計。隨時都能刪除。
town-remember-no = 只有這一次
town-remember-no-about = 關閉瀏覽器後，識別碼就會消失。散步、交談、參加活動都一樣。徽章下次無法顯示，統計也只計算這一次。
town-remember-choose = 請選擇其中一項。選哪一項都能在小鎮散步。
town-enter = 進入小鎮
town-enter-flat = 進入地圖小鎮
town-enter-flat-about = 以文字和地圖散步的輕量小鎮。只用鍵盤或螢幕報讀軟體也能使用。
town-building = 正在建造小鎮… { $percent }%
town-no-webgl = 這台裝置無法顯示立體小鎮，將以地圖小鎮為您導覽。

town-returning = { $name }，歡迎回來
town-returning-days =
    { $days ->
        [0] 今天是您的第一天。
       *[other] 到目前為止，您來過 { $days } 天。
    }
town-returning-not-remembered = 您選擇了「只有這一次」。關閉瀏覽器後，識別碼就會消失。
town-passport = 護照
town-passport-open = 查看護照（來訪日、紀錄、其他裝置）
town-passport-elsewhere = 我在其他裝置上有護照
town-passport-change = 更改名字或造型
town-passport-save = 儲存
town-passport-saved = 已更改。
town-passport-erase = 刪除小鎮裡關於我的紀錄
town-erase-title = 要全部刪除嗎？
town-erase-about = 將刪除名字、造型、來訪日期的紀錄，以及與徽章的連結。已寫入區塊鏈的徽章會留下，但不再屬於任何人。此動作無法復原。
town-erase-confirm = 全部刪除
town-erased = 已全部刪除。歡迎隨時以新朋友的身分再來。

town-kept-title = 小鎮會記住的，與不會記住的
town-kept-yes = 會記住：暱稱、造型、語言、在小鎮的時間、得到的徽章。
town-kept-no = 不會詢問：真實姓名、電子郵件、電話、地址。沒有廣告，也沒有追蹤。
town-kept-chain = 徽章會寫入區塊鏈。寫入的只有徽章編號、日期與隨機產生的地址，沒有任何能連到您的資訊。
town-credits = 資料來源
town-privacy = 隱私
town-accessibility = 無障礙
town-proof = 徽章證明
town-new-tab = （在新分頁開啟）

## 活動

town-nature = 潮汐與天空
town-tours = 小鎮散步
town-travel = 快速移動
town-events-title = 近期活動
town-events-none = 目前沒有預定的活動。小鎮隨時都能散步。
town-events-failed = 無法載入活動列表。
town-event = 活動
town-event-more = 查看詳情
town-event-more-of = { town-event-more }：{ $title }
town-event-place = 地點
town-event-when = 日期時間（日本時間）
town-event-when-here = 您的時間
town-event-span = { $from } – { $to }
town-event-seats = 座位
town-event-seats-left = { $capacity } 席中尚餘 { $left } 席
town-event-seats-none = { $capacity } 席已全滿
town-event-languages = 導覽語言
town-event-badge = 徽章
town-event-badge-share = 參加時間達 { $percent }% 以上的訪客，將獲得來訪徽章。
town-event-badge-minutes = 參加 { $minutes } 分鐘以上的訪客，將獲得來訪徽章。
town-event-state-published = 尚未開場
town-event-state-open = 開放中
town-event-state-ended = 已結束
town-event-state-cancelled = 已取消
town-event-waiting = 會場尚未開放。開放時，本頁會自動更新。
town-event-opened = 會場已開放，請進。
town-event-is-open = 會場開放中，請進。
town-event-full =
    { $waiting ->
        [0] 目前座位已滿。排隊後，有空位時會依序自動入場。
       *[other] 目前座位已滿，有 { $waiting } 人在排隊。排隊後，輪到您時會自動入場。
    }
town-event-ended = 這個活動已結束。小鎮隨時都能散步。
town-event-cancelled = 這個活動已取消。很抱歉讓您白跑一趟。
town-event-join = 進入會場
town-event-join-flat = 以地圖進入
town-event-prepare = 等待的時候，請先準備好名字和造型。
town-entrance =
    { $role ->
        [guide] 您將以導覽員身分進入。
       *[staff] 您將以工作人員身分進入。
    }
town-line-join = 開始排隊
town-line-join-flat = 開始排隊（地圖小鎮）
town-line-event = 這個會場的座位目前已滿。
town-line-event-named = 「{ $title }」的 { $capacity } 個座位目前已滿。
town-line-public = 小鎮目前已滿。
town-line-place =
    { $place ->
        [1] 下一位就是您
       *[other] 您排在第 { $place } 位
    }
town-line-waiting = 目前有 { $waiting } 人在等候。
town-line-about = 有空位時會自動入場。請保持此頁開啟；關閉後，過一會兒就會離開隊伍。
town-line-meanwhile = 也可以不等候，先在平常的小鎮散步。這樣就會離開隊伍。
town-line-cut = 連線不穩定。恢復後會再顯示您的位置。
town-line-leave = 離開隊伍
town-line-turn-title = 讓您久等了
town-line-turn = 有空位了，正在入場。

## 小鎮裡

town-canvas = 立體小鎮。用方向鍵或 WASD 行走，用 Q 和 E 轉向。想以文字和地圖散步，請選「地圖小鎮」。
town-hud = 小鎮的工具
town-people-count = { $count } 人
town-here = 目前位置
town-say = 交談
town-gesture = 動作
town-badges = 徽章
town-settings = 設定
town-more = 選單
town-flat = 地圖小鎮
town-solid = 立體小鎮
town-leave = 離開小鎮
town-arrived = 已抵達{ $place }。
town-going = 正在走向{ $place }。
town-stopped = 停下來了。
town-no-way = 似乎無法步行到那裡。
town-someone-came = { $name } 來了。
town-someone-left = { $name } 離開了。

town-link-joining = 正在連接小鎮…
town-link-away-kept = 連線中斷，正在重新連線。您的位置還保留著。
town-link-away = 目前沒有連線。一旦連上就會回到小鎮。
town-link-back = 已連線。
town-link-now = 立即連線

town-banner-left =
    { $minutes ->
        [0] 即將結束
       *[other] 還有 { $minutes } 分鐘
    }
town-banner-closing = 已結束，會場即將關閉
town-banner-starts = { $time } 開始
town-banner-progress = 再約 { $minutes } 分鐘可得徽章
town-banner-earned = 已達成徽章條件
town-banner-resting = 目前沒有計時。走動、交談或做個動作，就會繼續計算。
town-banner-recorded = 正在紀錄導覽員的路線與發言（不會紀錄來訪者）
town-banner-progress-label = 徽章所需的參加時間
town-announcement = 公告
town-announcement-by = 來自{ $by }

## 交談

town-chat-title = 交談
town-chat-log = 對話
town-chat-empty = 還沒有人說話。要不要先打個招呼？
town-chat-phrases = 選一句話
town-chat-phrases-about = 對方會看到自己的語言。
town-chat-text = 訊息
town-chat-send = 送出
town-chat-closed = 有工作人員在場的活動期間可以自由輸入。現在請選一句話來交談。
town-chat-you = 您
town-phrase-1 = 你好
town-phrase-2 = 初次見面
town-phrase-3 = 謝謝
town-phrase-4 = 不好意思
town-phrase-5 = 是
town-phrase-6 = 不是
town-phrase-7 = 好美
town-phrase-8 = 好有趣
town-phrase-9 = 要不要一起走？
town-phrase-10 = 請等一下
town-phrase-11 = 我跟著你走
town-phrase-12 = 下次再見

## 動作

town-emote-1 = 揮手
town-emote-2 = 鞠躬
town-emote-3 = 拍手
town-emote-4 = 指向
town-emote-5 = 呀沙舞
town-emoted-1 = { $name } 揮了揮手。
town-emoted-2 = { $name } 鞠了個躬。
town-emoted-3 = { $name } 拍了拍手。
town-emoted-4 = { $name } 指了指。
town-emoted-5 = { $name } 跳了呀沙舞。

## 人

town-people-title = 現在在小鎮的人
town-people-alone = 現在只有您一個人。請慢慢走走看看。
town-people-you = { $name }（您）
town-distance = { $metres } 公尺
town-distance-way = { $way }方 { $metres } 公尺
town-role-guide = 導覽員
town-role-staff = 工作人員
town-role-recorded = 預錄導覽
town-recordings = 導覽紀錄
town-way-n = 北
town-way-ne = 東北
town-way-e = 東
town-way-se = 東南
town-way-s = 南
town-way-sw = 西南
town-way-w = 西
town-way-nw = 西北

## 地點

town-places = 地點
town-go = 走到這裡
town-place-more = 詳細
town-place-more-of = 「{ $place }」的詳細介紹
town-go-to = { town-go }：{ $place }
town-stop = 停下

## 徽章

town-stamps = 集章冊
town-stamps-about = 抵達地點稍作停留，就能得到印章。集滿一條路線的印章，即可獲得該路線的徽章。
town-stamp-won = ，已得到
town-stamp-open = ，尚未得到
town-stamp-got = 您得到了「{ $place }」的印章。
town-stamp-rally = { $rally }：{ $all } 處中的 { $done } 處
town-rally-progress = { $all } 處中的 { $done } 處
town-rally-done = 達成
town-badges-title = 得到的徽章
town-badges-none = 還沒有徽章。參加活動即可獲得來訪徽章。
town-badge-preparing = 準備發行中
town-badge-issued = 已發行
town-badge-final = 已確定
town-badge-revoked = 已撤銷
town-badge-preparing-about = 正在準備寫入區塊鏈。關閉頁面也不會遺失。
town-badge-issued-about = 已寫入區塊鏈，即將確定。
town-badge-final-about = 已確定。任何人都能查證。
town-badge-revoked-about = 發行後由市府撤銷。
town-wallet-open = 連結錢包
town-badge-proof = 查看證明
town-badge-proof-of = { town-badge-proof }：{ $title }
town-badge-large = 放大檢視「{ $title }」
town-badge-name-host = 「{ $title }」的導覽人
town-badge-name-real = 親自造訪{ $place }
town-badge-name-monthly = { $month }來訪
town-badge-earned = { $kind }：{ $how }
town-badge-kind-event = 活動
town-badge-kind-rally = 集章活動
town-badge-kind-monthly = 當月來訪
town-badge-kind-real = 實地造訪
town-badge-kind-host = 導覽人
town-badge-source-presence = 感謝您的參加
town-badge-source-stamps = 您集滿了所有印章
town-badge-source-month = 您在不同日子來訪
town-badge-source-one-time = 以取得的代碼領取
town-badge-source-rotating = 以會場螢幕上的代碼領取
town-badge-source-word = 以暗語領取
town-badge-source-grant = 由市府人員贈送
town-badge-got = 您得到了「{ $title }」徽章！
town-badge-look = 查看徽章
town-badge-news = 徽章「{ $title }」：{ $state }

## 設定

town-settings-title = 設定
town-tier = 畫質
town-tier-low = 輕量
town-tier-mid = 一般
town-tier-high = 精緻
town-motion = 減少動態效果
town-tier-later = 下次開啟立體小鎮時生效。

## 告別與再會

town-gone-title = 您已離開小鎮
town-gone-removed-title = 退場通知
town-gone-ended-title = 活動已結束
town-gone-tab-title = 您在另一個畫面的小鎮裡
town-gone-full-title = 座位已滿
town-gone-closed-title = 會場沒有開放
town-gone-entry-title = 無法從工作人員入口進入
town-gone-as-visitor = 以訪客身分進入
town-gone-lost-title = 無法連上小鎮
town-gone-renew-title = 小鎮已更新
town-gone-ended-badge = 參加時間足夠的訪客會得到徽章，可在首頁查看。
town-gone-removed-next = 平常的小鎮仍可照常散步。
town-gone-lost-next = 請在訊號較好的地方再試一次。
town-gone-home = 回首頁
town-gone-public = 在小鎮散步
town-gone-here = 在這個畫面進入
town-gone-reload = 重新載入

## 代碼與暗語

town-claim-title = 領取徽章
town-claim-looking = 正在確認代碼…
town-claim-lead-event = 這是送給參加本活動者的徽章。
town-claim-lead-real = 這是送給造訪鹿島者的徽章。
town-claim-receive = 領取徽章
town-claim-newcomer = 第一次來嗎？請決定您在小鎮的稱呼
town-claim-got = 已領取徽章
town-claim-had = 您已經有這枚徽章
town-claim-thanks-event = 感謝您的參與。
town-claim-thanks-real = 感謝您來到鹿島。
town-claim-refused = 無法領取
town-claim-ask = 如有困難，請詢問附近的工作人員。
town-claim-town = 進入小鎮
town-claim-event = 前往活動頁面
town-claim-shelf = 查看我的徽章
town-claim-type = 輸入代碼
town-claim-code-label = 代碼
town-claim-code-hint = 紙張或畫面上的英文字母與數字，有無空格皆可。
town-claim-code-missing = 請輸入代碼。
town-claim-look = 確認
town-claim-foot = 不需付費、不需應用程式或錢包，也不會詢問真實姓名。
town-word-title = 輸入現場公布的暗語
town-word-label = 暗語
town-word-hint = 現場公布的詞語。大小寫與空格不影響。
town-word-missing = 請輸入暗語。
town-word-send = 送出
town-word-had = 您已經有「{ $title }」的徽章。
town-screen-title = 造訪徽章代碼
town-screen-code = 徽章QR碼
town-screen-scan = 用相機掃描即可領取造訪徽章
town-screen-by-hand = 無法掃描時，請開啟 { $address } 並輸入此代碼
town-screen-next = { $seconds } 秒後更新
town-screen-lost = 正在確認連線，恢復後會顯示新的代碼。
town-screen-weak = 訊號較弱，正在重新連線。
town-screen-full = 全螢幕
town-screen-used = 已有 { $count } 人領取
