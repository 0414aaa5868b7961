## 護照頁面的文字，打開的人才會下載。

passport-title = 您的護照
passport-failed = 無法打開護照。請稍候再試一次。

passport-visits = 來訪的日子
passport-visits-none = 還沒有紀錄。在小鎮走一走，那一天就會留在這裡。
passport-day = 日期
passport-time = 時間
passport-events = 活動
passport-minutes =
    { $minutes ->
        [0] 不到 1 分鐘
       *[other] { $minutes } 分鐘
    }
passport-earlier = 更早以前
passport-stamps = 印章 { $count } 個
passport-badges = 徽章 { $count } 枚
passport-see = 看徽章與印章

passport-agreed = 為了下次再來
passport-agreed-yes = 小鎮記住您了。每次來訪後，護照會在這個瀏覽器保留 400 天。
passport-agreed-no = 您是以「只有這一次」進來的。關閉瀏覽器後，護照就會消失。
passport-agree = 從今天起請記住我
passport-agree-about = 從今天起的來訪會以不記名方式計入市府統計。隨時可以停止。
passport-agree-done = 從現在起會記住您。
passport-disagree = 改為只有這一次
passport-disagree-about = 關閉瀏覽器後，護照就會消失。其他裝置將無法再使用，代碼與通行密鑰也會失效。
passport-disagree-go = 只有這一次
passport-disagree-done = 已改為「只有這一次」。關閉瀏覽器後，護照就會消失。

passport-devices = 持有護照的裝置
passport-device-here = 這台裝置
passport-device-other = 另一台裝置
passport-device-first = 自 { $came }
passport-device-code = { $came } 以代碼加入
passport-device-passkey = { $came } 以通行密鑰加入
passport-device-used = 最近使用：{ $used }
passport-device-out = 登出
passport-device-out-of = 登出最近於 { $used } 使用的裝置
passport-device-gone = 那台裝置已無法使用您的護照。

passport-bring = 帶到其他裝置
passport-bring-not = 讓小鎮記住您之後，也能在其他裝置使用同一本護照。
passport-phone = 給手機掃描
passport-phone-about = 請用另一台裝置的相機掃描。10 分鐘內可使用一次。掃描的人就會得到您的護照，請不要讓別人看到。
passport-phone-picture = 把護照帶到其他裝置的 QR 碼
passport-typed = 若要手動輸入：
passport-paper = 產生備用代碼
passport-paper-again = 重新產生備用代碼
passport-paper-about = 這是遺失裝置時使用的代碼。請寫在紙上收好。到 { $until } 為止可使用一次，只在此刻顯示。
passport-paper-stands = 您有一組備用代碼（到 { $until } 為止）。重新產生後，原來的就不能用了。
passport-withdraw = 讓代碼失效
passport-withdrawn = 代碼已經失效。

passport-passkeys = 通行密鑰
passport-passkeys-about = 用指紋、臉部或螢幕鎖定，就能在其他裝置打開護照，不需要密碼。
passport-passkey-make = 建立通行密鑰
passport-passkey-made = 已建立通行密鑰。
passport-passkey-of = { $made } 建立的通行密鑰
passport-passkey-remove = 刪除
passport-passkey-remove-of = 刪除 { $made } 建立的通行密鑰
passport-passkey-removed = 已刪除通行密鑰。裝置上若還留著，可在裝置的設定中刪除。
passport-passkey-cancelled = 沒有建立通行密鑰。
passport-passkey-had = 這台裝置已經有通行密鑰了。

passport-kept = 小鎮裡關於您的紀錄
passport-kept-about = 這是小鎮的資料表中關於您的全部紀錄，會保留到您刪除為止。
passport-kept-what = 內容
passport-kept-rows = 筆數
passport-kept-then = 刪除之後
passport-kept-visitor = 名字、造型、語言、第一次與最近一次來訪的時間
passport-kept-consents = 您對「可否記住」等問題的回答
passport-kept-visits = 來訪的日子、地點與時間長短
passport-kept-attendances = 參加各活動的時間
passport-kept-stamps = 得到印章的地點與日子
passport-kept-awards = 得到的徽章、原因與發行狀態
passport-kept-holder = 保管徽章的位址（隨機產生）
passport-kept-redemptions = 換得徽章的代碼或暗語
passport-kept-wallet = 您連結的錢包位址
passport-kept-wallet-words = 供錢包簽署、只用一次的字串（5 分鐘）
passport-kept-moves = 把徽章移到錢包的簽名
passport-kept-devices = 持有護照的裝置：只有核對識別碼的值與使用的日子
passport-kept-codes = 增加裝置的代碼：只有核對用的值
passport-kept-passkeys = 通行密鑰的公開金鑰、建立與使用的日子
passport-kept-blocks = 您決定不見的人當時的暱稱
passport-kept-moderation = 工作人員在活動中所做的處置與理由
passport-kept-gone = 立即刪除
passport-kept-untied = 以不屬於任何人的數字保留
passport-kept-numbered = 與無法追查到任何人的號碼一起保留
passport-kept-public = 因為公開在區塊鏈上而保留
passport-kept-passing = 您所在的位置與說的話只會暫時保留，以便斷線後重新連上，不會留在資料表裡。

passport-export = 以檔案取得全部資料（JSON）
passport-erase = 刪除紀錄
passport-erase-stays = 刪除之後，只會留下不屬於任何人的來訪次數，以及寫在區塊鏈上的徽章。徽章與您的連結會消失。只有移到錢包的徽章，仍會公開為該錢包所有。

passport-arrive = 使用其他裝置上的護照
passport-arrive-about = 在持有護照的裝置上打開「帶到其他裝置」，就會看到代碼。
passport-arrive-link = 您打開了附有代碼的連結。如果不是從自己的裝置送來的，請不要繼續。
passport-arrive-code = 代碼
passport-arrive-hint = 16 個英文字母與數字。大小寫與空格都沒有關係。
passport-arrive-missing = 請輸入代碼。
passport-arrive-go = 在這裡使用
passport-arrive-passkey = 使用通行密鑰
passport-arrive-failed = 無法讀取通行密鑰，請再試一次。
passport-arrive-instead-about = 繼續的話，這台裝置上的另一本護照就不能再使用。如果沒有它的備用代碼或通行密鑰，將無法復原。
passport-arrive-instead = 仍然繼續
passport-arrive-done = { $name }，歡迎回來。這台裝置也能使用您的護照了。
passport-arrive-fresh = 剛才的代碼已失效。這是新的備用代碼，請寫下來。
