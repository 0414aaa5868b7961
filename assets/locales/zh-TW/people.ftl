## 與其他人有關的事：個人卡片、安靜模式、決定不見的人。

people-go = 走到這個人那裡
people-block = 不再見到這個人
people-block-about = 選擇後，無論在哪個會場，你們立刻看不到也聽不到彼此。對方不會收到通知。隨時可以在「設定」中取消。
people-blocked = 您不會再遇見{ $name }。可以在「設定」中取消。
people-quiet = 安靜模式
people-quiet-about = 不顯示其他人的發言與動作，只有導覽員的話與公告會傳達給您。
people-apart = 決定不見的人
people-apart-none = 目前沒有任何人。
people-unblock = 取消
people-unblock-name = 取消{ $name }
people-unblocked = 您又可以遇見{ $name }了。
