<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AttentionCard</name>
    <message numerus="yes">
        <source>The order is cancelled: %n pc(s)</source>
        <translation>
            <numerusform>The order is cancelled: %n pc</numerusform>
            <numerusform>The order is cancelled: %n pcs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n size(s) of this product need a look.</source>
        <translation>
            <numerusform>%n size of this product needs a look.</numerusform>
            <numerusform>%n sizes of this product need a look.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more sold than there was. If the customer's order is cancelled, say so; if the goods were found, type a receipt.</source>
        <translation>
            <numerusform>%n more sold than there was. If the customer's order is cancelled, say so; if the goods were found, type a receipt.</numerusform>
            <numerusform>%n more sold than there was. If the customer's order is cancelled, say so; if the goods were found, type a receipt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BatchControl</name>
    <message numerus="yes">
        <source>%n delivery(ies) will not be sent, and the stock here goes back.</source>
        <translation>
            <numerusform>%n delivery will not be sent; stock and price here go back to what they were.</numerusform>
            <numerusform>%n deliveries will not be sent; stocks and prices here go back to what they were.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be stopped: it may have arrived already.</source>
        <translation>
            <numerusform>%n more cannot be stopped: it may have arrived already.</numerusform>
            <numerusform>%n more cannot be stopped: they may have arrived already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n delivery(ies) will not be sent; the stock is what it was before.</source>
        <translation>
            <numerusform>%n delivery will not be sent; stock and price are what they were.</numerusform>
            <numerusform>%n deliveries will not be sent; stocks and prices are what they were.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BatchStrip</name>
    <message numerus="yes">
        <source>Sending of %n product(s): the rest waits for you</source>
        <translation>
            <numerusform>Sending of %n product: the rest waits for you</numerusform>
            <numerusform>Sending of %n products: the rest waits for you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sending of %n product(s) has ended</source>
        <translation>
            <numerusform>Sending of %n product has ended</numerusform>
            <numerusform>Sending of %n products has ended</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sending %n product(s)</source>
        <translation>
            <numerusform>Sending %n product</numerusform>
            <numerusform>Sending %n products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n delivery(ies) need your decision</source>
        <translation>
            <numerusform>%n delivery needs your decision</numerusform>
            <numerusform>%n deliveries need your decision</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more unfinished</source>
        <translation>
            <numerusform>%n more unfinished</numerusform>
            <numerusform>%n more unfinished</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BlockEditing</name>
    <message numerus="yes">
        <source>%n cell(s) left as they were: {reason}</source>
        <translation>
            <numerusform>%n cell left as it was: {reason}</numerusform>
            <numerusform>%n cells left as they were: {reason}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) found no row to go to.</source>
        <translation>
            <numerusform>%n line found no row to go to.</numerusform>
            <numerusform>%n lines found no row to go to.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ColumnsStep</name>
    <message numerus="yes">
        <source>Please look at the %n marked column(s): it is not sure.</source>
        <translation>
            <numerusform>Please look at the %n marked column: it is not sure.</numerusform>
            <numerusform>Please look at the %n marked columns: they are not sure.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n size(s) stand side by side: each becomes a row of its own.</source>
        <translation>
            <numerusform>%n size stands in a column of its own and becomes a row of its own.</numerusform>
            <numerusform>%n sizes stand side by side: each becomes a row of its own.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Comparing</name>
    <message numerus="yes">
        <source>%n correction(s) taken away. The sizes stay marked until they agree.</source>
        <translation>
            <numerusform>%n correction taken away. The size stays marked until it agrees.</numerusform>
            <numerusform>%n corrections taken away. The sizes stay marked until they agree.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConflictStrip</name>
    <message numerus="yes">
        <source>The marketplace has another stock than you: %n correction(s) are prepared.</source>
        <translation>
            <numerusform>The marketplace has another stock than you: %n correction is prepared.</numerusform>
            <numerusform>The marketplace has another stock than you: %n corrections are prepared.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeliveryDecisions</name>
    <message numerus="yes">
        <source>%n of {total} chosen deliveries will not be sent, and the stock here goes back.</source>
        <translation>
            <numerusform>%n of {total} chosen deliveries will not be sent, and the stock here goes back.</numerusform>
            <numerusform>%n of {total} chosen deliveries will not be sent, and the stock here goes back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n may have arrived already: look in the cabinet.</source>
        <translation>
            <numerusform>%n may have arrived already: look in the cabinet.</numerusform>
            <numerusform>%n may have arrived already: look in the cabinet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeliveryExport</name>
    <message numerus="yes">
        <source>Export: all %n delivery(ies)</source>
        <translation>
            <numerusform>Export: the only delivery (%n)</numerusform>
            <numerusform>Export: all %n deliveries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export: %n delivery(ies), “{filter}”</source>
        <translation>
            <numerusform>Export: %n delivery, “{filter}”</numerusform>
            <numerusform>Export: %n deliveries, “{filter}”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) saved.</source>
        <translation>
            <numerusform>%n row saved.</numerusform>
            <numerusform>%n rows saved.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeliveryPanel</name>
    <message numerus="yes">
        <source>Batch {number}: %n product(s)</source>
        <translation>
            <numerusform>Batch {number}: %n product</numerusform>
            <numerusform>Batch {number}: %n products</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeliveryTableModel</name>
    <message numerus="yes">
        <source>%n size(s)</source>
        <translation>
            <numerusform>%n size</numerusform>
            <numerusform>%n sizes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DoubtStrip</name>
    <message numerus="yes">
        <source>No answer came about %n delivery(s): it may have arrived, or not.</source>
        <translation>
            <numerusform>No answer came about %n delivery: it may have arrived, or not.</numerusform>
            <numerusform>No answer came about %n deliveries: they may have arrived, or not.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Check the chosen (%n)…</source>
        <translation>
            <numerusform>Check the chosen (%n)…</numerusform>
            <numerusform>Check the chosen (%n)…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EventPanel</name>
    <message numerus="yes">
        <source>Read again: %n size(s) applied.</source>
        <translation>
            <numerusform>Read again: %n size applied.</numerusform>
            <numerusform>Read again: %n sizes applied.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EventTableModel</name>
    <message numerus="yes">
        <source>{stock}: %n more sold than there was, so an order lacks its goods</source>
        <translation>
            <numerusform>{stock}: %n more sold than there was, so an order lacks its goods</numerusform>
            <numerusform>{stock}: %n more sold than there was, so orders lack their goods</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EventsPage</name>
    <message numerus="yes">
        <source>%n waiting event(s) applied.</source>
        <translation>
            <numerusform>%n waiting event applied.</numerusform>
            <numerusform>%n waiting events applied.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) saved.</source>
        <translation>
            <numerusform>%n row saved.</numerusform>
            <numerusform>%n rows saved.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FigureWords</name>
    <message numerus="yes">
        <source>%n row(s) saved.</source>
        <translation>
            <numerusform>%n row saved.</numerusform>
            <numerusform>%n rows saved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) could not be read and were left out.</source>
        <translation>
            <numerusform>%n line could not be read and was left out.</numerusform>
            <numerusform>%n lines could not be read and were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) found no row to go to.</source>
        <translation>
            <numerusform>%n line found no row to go to.</numerusform>
            <numerusform>%n lines found no row to go to.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FolderLine</name>
    <message numerus="yes">
        <source>{names} is (are) still being written and taken when whole.</source>
        <translation>
            <numerusform>{names} is still being written and is taken when it is whole.</numerusform>
            <numerusform>{names} are still being written and are taken when they are whole.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GuardLine</name>
    <message numerus="yes">
        <source>Left out ({what}): %n.</source>
        <translation>
            <numerusform>Left out ({what}): %n.</numerusform>
            <numerusform>Left out ({what}): %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n price(s) change a lot. Is that meant?</source>
        <translation>
            <numerusform>%n price changes a lot. Is that meant?</numerusform>
            <numerusform>%n prices change a lot. Is that meant?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n action(s) would take the stock below zero.</source>
        <translation>
            <numerusform>%n action would take the stock below zero.</numerusform>
            <numerusform>%n actions would take the stock below zero.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n action(s) have far more pieces than usual.</source>
        <translation>
            <numerusform>%n action has far more pieces than usual.</numerusform>
            <numerusform>%n actions have far more pieces than usual.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n action(s) set a stock that nobody has told Polka yet.</source>
        <translation>
            <numerusform>%n action sets a stock that nobody has told Polka yet.</numerusform>
            <numerusform>%n actions set a stock that nobody has told Polka yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s) at once. Is that meant?</source>
        <translation>
            <numerusform>%n product at once. Is that meant?</numerusform>
            <numerusform>%n products at once. Is that meant?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryPart</name>
    <message numerus="yes">
        <source>%n delivery(ies) cancelled</source>
        <translation>
            <numerusform>%n delivery cancelled</numerusform>
            <numerusform>%n deliveries cancelled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the opposite of %n typed on the page Products</source>
        <translation>
            <numerusform>the opposite of %n typed on the page Products</numerusform>
            <numerusform>the opposite of %n typed on the page Products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left for you to look at</source>
        <translation>
            <numerusform>%n left for you to look at</numerusform>
            <numerusform>%n left for you to look at</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message numerus="yes">
        <source>Send %n delivery(ies)</source>
        <translation>
            <numerusform>Send %n delivery</numerusform>
            <numerusform>Send %n deliveries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) are ready</source>
        <translation>
            <numerusform>%n row is ready</numerusform>
            <numerusform>%n rows are ready</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>%n product</numerusform>
            <numerusform>%n products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) with errors will be left out</source>
        <translation>
            <numerusform>%n row with errors will be left out</numerusform>
            <numerusform>%n rows with errors will be left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The stock changed meanwhile, and with it %n delivery(ies): look at what is marked, then send it.</source>
        <translation>
            <numerusform>The stock changed meanwhile, and with it %n delivery: look at what is marked, then send it.</numerusform>
            <numerusform>The stock changed meanwhile, and with it %n deliveries: look at what is marked, then send it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) saved.</source>
        <translation>
            <numerusform>%n row saved.</numerusform>
            <numerusform>%n rows saved.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LedgerDialog</name>
    <message numerus="yes">
        <source>%n size(s): {then} pcs then, {now} pcs now</source>
        <translation>
            <numerusform>%n size: {then} pcs then, {now} pcs now</numerusform>
            <numerusform>%n sizes: {then} pcs then, {now} pcs now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n size(s) whose stock is not the sum of the movements: {sizes}</source>
        <translation>
            <numerusform>%n size whose stock is not the sum of its movements: {sizes}</numerusform>
            <numerusform>%n sizes whose stock is not the sum of their movements: {sizes}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) saved.</source>
        <translation>
            <numerusform>%n row saved.</numerusform>
            <numerusform>%n rows saved.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LinkWords</name>
    <message numerus="yes">
        <source>%n size(s) of {named} match(es)</source>
        <translation>
            <numerusform>%n size of {named} matches</numerusform>
            <numerusform>%n sizes of {named} match</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) will be taken back.</source>
        <translation>
            <numerusform>%n event will be taken back.</numerusform>
            <numerusform>%n events will be taken back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LinksDialog</name>
    <message numerus="yes">
        <source>The link is changed; %n event(s) applied.</source>
        <translation>
            <numerusform>The link is changed; %n event applied.</numerusform>
            <numerusform>The link is changed; %n events applied.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LiveTail</name>
    <message numerus="yes">
        <source>↑ %n new</source>
        <translation>
            <numerusform>↑ %n new</numerusform>
            <numerusform>↑ %n new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainView</name>
    <message numerus="yes">
        <source>%n delivery(ies) wait(s) for you</source>
        <translation>
            <numerusform>%n delivery waits for you</numerusform>
            <numerusform>%n deliveries wait for you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) not recognised: choose the product</source>
        <translation>
            <numerusform>%n event not recognised: choose the product</numerusform>
            <numerusform>%n events not recognised: choose the product</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new event(s) since you looked</source>
        <translation>
            <numerusform>%n new event since you looked</numerusform>
            <numerusform>%n new events since you looked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n import(s) prepared from the watched folder</source>
        <translation>
            <numerusform>%n import prepared from the watched folder</numerusform>
            <numerusform>%n imports prepared from the watched folder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n imports prepared from the watched folder. Look at them and send them.</source>
        <translation>
            <numerusform>%n import prepared from the watched folder. Look at it and send it.</numerusform>
            <numerusform>%n imports prepared from the watched folder. Look at them and send them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Newcomers</name>
    <message numerus="yes">
        <source>Create %n new product(s)</source>
        <translation>
            <numerusform>Create %n new product</numerusform>
            <numerusform>Create %n new products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) are not among the products</source>
        <translation>
            <numerusform>%n article is not among the products</numerusform>
            <numerusform>%n articles are not among the products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Create %n new size(s)</source>
        <translation>
            <numerusform>Create %n new size</numerusform>
            <numerusform>Create %n new sizes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n size(s) are not among the products'</source>
        <translation>
            <numerusform>%n size is not among the products'</numerusform>
            <numerusform>%n sizes are not among the products'</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoticeWords</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n online sale(s) of what is not there</source>
        <translation>
            <numerusform>%n online sale of what is not there</numerusform>
            <numerusform>%n online sales of what is not there</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n delivery(ies) without an answer</source>
        <translation>
            <numerusform>%n delivery without an answer</numerusform>
            <numerusform>%n deliveries without an answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n online sale(s)</source>
        <translation>
            <numerusform>%n online sale</numerusform>
            <numerusform>%n online sales</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PendingBar</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n product(s)</source>
        <translation>
            <numerusform>in %n product</numerusform>
            <numerusform>in %n products</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewView</name>
    <message numerus="yes">
        <source>%n formula(s) have no result in the file. Open it in Excel and save it.</source>
        <translation>
            <numerusform>%n formula has no result in the file. Open it in Excel and save it.</numerusform>
            <numerusform>%n formulas have no result in the file. Open it in Excel and save it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n correction(s) of yours are dropped: other rows may stand in their places now.</source>
        <translation>
            <numerusform>%n correction of yours is dropped: another row may stand in its place now.</numerusform>
            <numerusform>%n corrections of yours are dropped: other rows may stand in their places now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProductsPage</name>
    <message numerus="yes">
        <source>%n action(s) on the way to the marketplace.</source>
        <translation>
            <numerusform>%n action on the way to the marketplace.</numerusform>
            <numerusform>%n actions on the way to the marketplace.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n size(s) saved.</source>
        <translation>
            <numerusform>%n size saved.</numerusform>
            <numerusform>%n sizes saved.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReconcileDialog</name>
    <message numerus="yes">
        <source>The stock of %n typed row(s) has changed meanwhile.</source>
        <translation>
            <numerusform>The stock of %n typed row has changed meanwhile.</numerusform>
            <numerusform>The stock of %n typed rows has changed meanwhile.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cabinet is right: %n row(s)</source>
        <translation>
            <numerusform>Cabinet is right: %n row</numerusform>
            <numerusform>Cabinet is right: %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>We are right: %n row(s)</source>
        <translation>
            <numerusform>We are right: %n row</numerusform>
            <numerusform>We are right: %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leave open: %n row(s)</source>
        <translation>
            <numerusform>Leave open: %n row</numerusform>
            <numerusform>Leave open: %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s) to decide</source>
        <translation>
            <numerusform>%n difference to decide</numerusform>
            <numerusform>%n differences to decide</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s) for an answer</source>
        <translation>
            <numerusform>%n waits for an answer</numerusform>
            <numerusform>%n wait for an answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n agree(s)</source>
        <translation>
            <numerusform>%n agrees</numerusform>
            <numerusform>%n agree</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the stock of %n size(s) follows the cabinet</source>
        <translation>
            <numerusform>the stock of %n size follows the cabinet</numerusform>
            <numerusform>the stock of %n sizes follows the cabinet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n correction(s) are prepared for the review</source>
        <translation>
            <numerusform>%n correction is prepared for the review</numerusform>
            <numerusform>%n corrections are prepared for the review</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left: changed meanwhile</source>
        <translation>
            <numerusform>%n left: changed meanwhile</numerusform>
            <numerusform>%n left: changed meanwhile</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RemarkBar</name>
    <message numerus="yes">
        <source>Repair all %n of this kind</source>
        <translation>
            <numerusform>Repair the %n of this kind</numerusform>
            <numerusform>Repair all %n of this kind</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResolveManyDialog</name>
    <message numerus="yes">
        <source>An online sale changed %n figure(s) meanwhile; they are empty again. Read them in the cabinet once more.</source>
        <translation>
            <numerusform>An online sale changed %n figure meanwhile; it is empty again. Read it in the cabinet once more.</numerusform>
            <numerusform>An online sale changed %n figures meanwhile; they are empty again. Read them in the cabinet once more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n delivery(s) got an answer meanwhile and left the table.</source>
        <translation>
            <numerusform>%n delivery got an answer meanwhile and left the table.</numerusform>
            <numerusform>%n deliveries got an answer meanwhile and left the table.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stay(s) open</source>
        <translation>
            <numerusform>%n stays open</numerusform>
            <numerusform>%n stay open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The figures of %n delivery(s) fit neither case: check them again first.</source>
        <translation>
            <numerusform>The figures of %n delivery fit neither case: check them again first.</numerusform>
            <numerusform>The figures of %n deliveries fit neither case: check them again first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n arrived</source>
        <translation>
            <numerusform>%n arrived</numerusform>
            <numerusform>%n arrived</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n did not arrive and go(es) again</source>
        <translation>
            <numerusform>%n did not arrive and goes again</numerusform>
            <numerusform>%n did not arrive and go again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n follow(s) the cabinet</source>
        <translation>
            <numerusform>%n follows the cabinet</numerusform>
            <numerusform>%n follow the cabinet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n got an answer meanwhile</source>
        <translation>
            <numerusform>%n got an answer meanwhile</numerusform>
            <numerusform>%n got an answer meanwhile</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left as it was: its figures changed meanwhile</source>
        <translation>
            <numerusform>%n left as it was: its figures changed meanwhile</numerusform>
            <numerusform>%n left as they were: their figures changed meanwhile</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultsButton</name>
    <message numerus="yes">
        <source>Saved with the results of %n row(s).</source>
        <translation>
            <numerusform>Saved with the result of %n row.</numerusform>
            <numerusform>Saved with the results of %n rows.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RetentionForm</name>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n body(ies) of requests</source>
        <translation>
            <numerusform>%n body of a request</numerusform>
            <numerusform>%n bodies of requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewDialog</name>
    <message numerus="yes">
        <source>Send %n action(s)</source>
        <translation>
            <numerusform>Send %n action</numerusform>
            <numerusform>Send %n actions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewModel</name>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>%n product</numerusform>
            <numerusform>%n products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n receipt(s)</source>
        <translation>
            <numerusform>%n receipt</numerusform>
            <numerusform>%n receipts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sale(s)</source>
        <translation>
            <numerusform>%n sale</numerusform>
            <numerusform>%n sales</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancellation(s)</source>
        <translation>
            <numerusform>%n cancellation</numerusform>
            <numerusform>%n cancellations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n return(s)</source>
        <translation>
            <numerusform>%n return</numerusform>
            <numerusform>%n returns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new price(s)</source>
        <translation>
            <numerusform>%n new price</numerusform>
            <numerusform>%n new prices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RowsQuestion</name>
    <message numerus="yes">
        <source>Leave them out</source>
        <translation>
            <numerusform>Leave it out</numerusform>
            <numerusform>Leave them out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import them, too</source>
        <translation>
            <numerusform>Import it, too</numerusform>
            <numerusform>Import them, too</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) are hidden or filtered out in the file.</source>
        <translation>
            <numerusform>%n row is hidden or filtered out in the file.</numerusform>
            <numerusform>%n rows are hidden or filtered out in the file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n row(s) the article or a number is struck out.</source>
        <translation>
            <numerusform>In %n row the article or a number is struck out.</numerusform>
            <numerusform>In %n rows the article or a number is struck out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SendStep</name>
    <message numerus="yes">
        <source>%n size(s) are compared with the cabinet.</source>
        <translation>
            <numerusform>%n size is compared with the cabinet.</numerusform>
            <numerusform>%n sizes are compared with the cabinet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n number(s) of the marketplace are noted.</source>
        <translation>
            <numerusform>%n number of the marketplace is noted.</numerusform>
            <numerusform>%n numbers of the marketplace are noted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>%n product</numerusform>
            <numerusform>%n products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s) that look like goods as well are left out.</source>
        <translation>
            <numerusform>%n sheet that looks like goods as well is left out.</numerusform>
            <numerusform>%n sheets that look like goods as well are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n size(s) are not in the file or have no number there, and stay as they are.</source>
        <translation>
            <numerusform>%n size is not in the file or has no number there, and stays as it is.</numerusform>
            <numerusform>%n sizes are not in the file or have no number there, and stay as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) change nothing.</source>
        <translation>
            <numerusform>%n row changes nothing.</numerusform>
            <numerusform>%n rows change nothing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) with errors are left out.</source>
        <translation>
            <numerusform>%n row with errors is left out.</numerusform>
            <numerusform>%n rows with errors are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) have no number, or 0, and are left out.</source>
        <translation>
            <numerusform>%n row has no number, or 0, and is left out.</numerusform>
            <numerusform>%n rows have no number, or 0, and are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hidden row(s) are left out.</source>
        <translation>
            <numerusform>%n hidden row is left out.</numerusform>
            <numerusform>%n hidden rows are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What is struck out in %n row(s) is left out.</source>
        <translation>
            <numerusform>What is struck out in %n row is left out.</numerusform>
            <numerusform>What is struck out in %n rows is left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) name a product or a size that there is not, and are left out.</source>
        <translation>
            <numerusform>%n row names a product or a size that there is not, and is left out.</numerusform>
            <numerusform>%n rows name a product or a size that there is not, and are left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SizeCells</name>
    <message numerus="yes">
        <source>{stock}: %n more sold than there was, so an order lacks its goods</source>
        <translation>
            <numerusform>{stock}: %n more sold than there was, so an order lacks its goods</numerusform>
            <numerusform>{stock}: %n more sold than there was, so orders lack their goods</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusLines</name>
    <message numerus="yes">
        <source>%n queued</source>
        <translation>
            <numerusform>%n queued</numerusform>
            <numerusform>%n queued</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s) for you</source>
        <translation>
            <numerusform>%n waits for you</numerusform>
            <numerusform>%n wait for you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StripRoom</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrayMenu</name>
    <message numerus="yes">
        <source>%n delivery(s) wait for you</source>
        <translation>
            <numerusform>%n delivery waits for you</numerusform>
            <numerusform>%n deliveries wait for you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) not recognised</source>
        <translation>
            <numerusform>%n event not recognised</numerusform>
            <numerusform>%n events not recognised</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WaitingCard</name>
    <message numerus="yes">
        <source>%n delivery(ies) without an answer</source>
        <translation>
            <numerusform>%n delivery without an answer</numerusform>
            <numerusform>%n deliveries without an answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n size(s) oversold</source>
        <translation>
            <numerusform>%n size oversold</numerusform>
            <numerusform>%n sizes oversold</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n delivery(ies) rejected</source>
        <translation>
            <numerusform>%n delivery rejected</numerusform>
            <numerusform>%n deliveries rejected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) not recognised</source>
        <translation>
            <numerusform>%n event not recognised</numerusform>
            <numerusform>%n events not recognised</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n size(s) to compare</source>
        <translation>
            <numerusform>%n size to compare</numerusform>
            <numerusform>%n sizes to compare</numerusform>
        </translation>
    </message>
</context>
</TS>
