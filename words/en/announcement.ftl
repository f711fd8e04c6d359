# Announcements by IT support.

announcement-said = Announcement from { $desk }: { $text }
announcement-no-text = Write the text in French: it is what everybody reads when there is no other.
announcement-too-long = This text has { $length } characters; { $limit } at most are read at a glance. Shorten it, or point to a help page.
announcement-nobody = Nobody of this audience has a linked chat: nothing would be read. Choose another audience.
