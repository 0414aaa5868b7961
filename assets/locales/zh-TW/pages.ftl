## 伺服器自己寫的頁面：婉拒、隱私、無障礙。

pages-town = 虛擬鹿島
pages-back = 回到小鎮
pages-languages = 語言
pages-refused = 無法為您顯示

pages-privacy-title = 關於隱私
pages-privacy-lead = 不必說出自己是誰，也能在這座小鎮散步。這裡寫明小鎮記得什麼、不記得什麼。
pages-privacy-kept-title = 會記得的
pages-privacy-kept = 暱稱、外觀、語言、您是否願意被記得的回答、進入小鎮的時間與活動的時長、參加過的活動、得到的徽章與印章，以及領取徽章所用的代碼或暗語。小鎮只用隨機產生的編號來區分每位訪客。
pages-privacy-not-kept-title = 不會記得的
pages-privacy-not-kept = 我們不問真實姓名、電子郵件、電話與住址。談話內容不會儲存。您的網路位址不會寫進任何紀錄或資料表；為了防止搗亂，只把由位址產生、無法還原的代碼保留幾分鐘。沒有廣告，沒有追蹤，也不使用其他公司的元件。
pages-privacy-cookie-title = Cookie
pages-privacy-cookie = 只使用一個 Cookie，也就是護照（passport）。若您願意被記得，它會保留到最後一次來訪後的 400 天；否則關閉瀏覽器就會消失，那次來訪也不會和之後的來訪連在一起。
pages-privacy-live-title = 在小鎮裡的時候
pages-privacy-live = 同一個會場的人看得到您的暱稱、外觀和所在位置。活動的工作人員看得到在場者的名單，也可能說明理由請人離場。該理由會和訪客的編號一起保存。
pages-privacy-chain-title = 徽章與區塊鏈
pages-privacy-chain = 寫在鏈上的只有徽章編號、日期，以及隨機產生的地址。只有小鎮的資料表知道那個地址是您的；刪除之後，它就不屬於任何人。
pages-privacy-wallet-title = 錢包
pages-privacy-wallet = 連結錢包後，小鎮會記住它的地址。只連結的話，紀錄僅在小鎮內，隨時可以解除。若移動徽章，與錢包的連結會公開在區塊鏈上，無法刪除。
pages-privacy-erase-title = 查看與刪除
pages-privacy-erase = 在小鎮的「徽章」和「設定」裡，可以看到小鎮記得的內容。選擇刪除自己的紀錄，就會立刻消失。之後留下的，只有不屬於任何人的來訪次數。
pages-privacy-staff-title = 市政府看得到的
pages-privacy-staff = 市政府只看得到有多少人來過、多少人再來，都是沒有名字的數字。人數太少的數字會隱藏，以免看得出是誰。

pages-accessibility-title = 關於無障礙
pages-accessibility-lead = 不論年齡、身體狀況或使用的裝置，都希望每個人能走進同一座小鎮。
pages-accessibility-aim-title = 我們的目標
pages-accessibility-aim = 所有頁面都以符合 JIS X 8341-3:2016 的 AA 等級（WCAG 2.x AA）為目標。尚未接受第三方測試。
pages-accessibility-ways-title = 各種走法
pages-accessibility-ways = 可以用鍵盤、滑鼠、手指，或只要選擇想去的地方。「地圖小鎮」用文字和地圖就能做同樣的事，也能搭配螢幕報讀軟體。可以選擇減少動態效果和較輕的畫質。每一句話都有五種語言。
pages-accessibility-known-title = 還不夠好的地方
pages-accessibility-known = 立體小鎮的畫面本身無法由螢幕報讀軟體傳達。這時請使用「地圖小鎮」。
pages-accessibility-tell-title = 如果遇到困難
pages-accessibility-tell = 請告訴活動的工作人員或市政府窗口，我們會用來改進。
