## 沒有網路時的頁面。

offline-title = 目前沒有連上網路
offline-about = 小鎮位於網路上，連線之前無法漫步。請檢查訊號或 Wi-Fi。
offline-kept = 已獲得的徽章與印章不會消失。
offline-again = 再試一次
offline-by-itself = 連線之後，本頁會自動回到小鎮。
offline-languages = 語言
