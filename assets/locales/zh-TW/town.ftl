town-title = 虛擬鹿島
town-description = 用瀏覽器漫步日本佐賀縣鹿島市。
