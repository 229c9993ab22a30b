<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
 <context>
  <name>Adaptation</name>
  <message numerus="yes">
   <source>%n change(s)</source>
   <translation>
    <numerusform>%n change</numerusform>
    <numerusform>%n changes</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>ChangesModel</name>
  <message numerus="yes">
   <source>%n change(s)</source>
   <translation>
    <numerusform>%n change</numerusform>
    <numerusform>%n changes</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>ClauseBrowser</name>
  <message numerus="yes">
   <source>%n result(s)</source>
   <translation>
    <numerusform>%n result</numerusform>
    <numerusform>%n results</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>ClauseReader</name>
  <message numerus="yes">
   <source>the same wording in %n agreement(s)</source>
   <translation>
    <numerusform>the same wording in %n agreement</numerusform>
    <numerusform>the same wording in %n agreements</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>CompareFace</name>
  <message numerus="yes">
   <source>%n change(s)</source>
   <translation>
    <numerusform>%n change</numerusform>
    <numerusform>%n changes</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n change(s) made without a mark in their file.</source>
   <translation>
    <numerusform>%n change made without a mark in their file.</numerusform>
    <numerusform>%n changes made without a mark in their file.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Deciding</name>
  <message numerus="yes">
   <source>Accept %n change(s)</source>
   <translation>
    <numerusform>Accept %n change</numerusform>
    <numerusform>Accept %n changes</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Reject %n change(s)</source>
   <translation>
    <numerusform>Reject %n change</numerusform>
    <numerusform>Reject %n changes</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Take %n change(s) into the draft</source>
   <translation>
    <numerusform>Take %n change into the draft</numerusform>
    <numerusform>Take %n changes into the draft</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>DecidingBar</name>
  <message numerus="yes">
   <source>Accept the %n change(s) listed</source>
   <translation>
    <numerusform>Accept the %n change listed</numerusform>
    <numerusform>Accept the %n changes listed</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Reject the %n change(s) listed</source>
   <translation>
    <numerusform>Reject the %n change listed</numerusform>
    <numerusform>Reject the %n changes listed</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Desk</name>
  <message numerus="yes">
   <source>%n file(s) to review</source>
   <translation>
    <numerusform>%n file to review</numerusform>
    <numerusform>%n files to review</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>DoubtList</name>
  <message numerus="yes">
   <source>%n doubtful place(s)</source>
   <translation>
    <numerusform>%n doubtful place</numerusform>
    <numerusform>%n doubtful places</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n remark(s)</source>
   <translation>
    <numerusform>%n remark</numerusform>
    <numerusform>%n remarks</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n settled</source>
   <translation>
    <numerusform>%n settled</numerusform>
    <numerusform>%n settled</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>DraftHeader</name>
  <message numerus="yes">
   <source>%n bracket(s) open</source>
   <translation>
    <numerusform>%n bracket open</numerusform>
    <numerusform>%n brackets open</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>DraftNews</name>
  <message numerus="yes">
   <source>Look at %n place(s) of the inserted clause.</source>
   <translation>
    <numerusform>Look at %n place of the inserted clause.</numerusform>
    <numerusform>Look at %n places of the inserted clause.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n bracket(s) open.</source>
   <translation>
    <numerusform>%n bracket open.</numerusform>
    <numerusform>%n brackets open.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>ExportDialog</name>
  <message numerus="yes">
   <source>%n finding(s) to settle before signing</source>
   <translation>
    <numerusform>%n finding to settle before signing</numerusform>
    <numerusform>%n findings to settle before signing</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>FacetPane</name>
  <message numerus="yes">
   <source>%n more</source>
   <translation>
    <numerusform>%n more</numerusform>
    <numerusform>%n more</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>FilePane</name>
  <message numerus="yes">
   <source>%n paragraph(s)</source>
   <translation>
    <numerusform>%n paragraph</numerusform>
    <numerusform>%n paragraphs</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n section(s)</source>
   <translation>
    <numerusform>%n section</numerusform>
    <numerusform>%n sections</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n article(s)</source>
   <translation>
    <numerusform>%n article</numerusform>
    <numerusform>%n articles</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>FillIn</name>
  <message numerus="yes">
   <source>Stands in %n place(s).</source>
   <translation>
    <numerusform>Stands in %n place.</numerusform>
    <numerusform>Stands in %n places.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>All %n placeholder(s)</source>
   <translation>
    <numerusform>All %n placeholder</numerusform>
    <numerusform>All %n placeholders</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>FindBar</name>
  <message numerus="yes">
   <source>%n found</source>
   <translation>
    <numerusform>%n found</numerusform>
    <numerusform>%n found</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>FirstLooks</name>
  <message numerus="yes">
   <source>Show %n more</source>
   <translation>
    <numerusform>Show %n more</numerusform>
    <numerusform>Show %n more</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Library</name>
  <message numerus="yes">
   <source>%n clause(s)</source>
   <translation>
    <numerusform>%n clause</numerusform>
    <numerusform>%n clauses</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>LibraryCard</name>
  <message numerus="yes">
   <source>%n imported file(s) to review</source>
   <translation>
    <numerusform>%n imported file to review</numerusform>
    <numerusform>%n imported files to review</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>LibraryPage</name>
  <message numerus="yes">
   <source>%n agreement(s)</source>
   <translation>
    <numerusform>%n agreement</numerusform>
    <numerusform>%n agreements</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n clause(s)</source>
   <translation>
    <numerusform>%n clause</numerusform>
    <numerusform>%n clauses</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n background document(s)</source>
   <translation>
    <numerusform>%n background document</numerusform>
    <numerusform>%n background documents</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>MergeFace</name>
  <message numerus="yes">
   <source>Settle %n conflict(s)</source>
   <translation>
    <numerusform>Settle %n conflict</numerusform>
    <numerusform>Settle %n conflicts</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n conflict(s)</source>
   <translation>
    <numerusform>%n conflict</numerusform>
    <numerusform>%n conflicts</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>OutlineModel</name>
  <message numerus="yes">
   <source>%n open bracket(s)</source>
   <translation>
    <numerusform>%n open bracket</numerusform>
    <numerusform>%n open brackets</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>OutlinePane</name>
  <message numerus="yes">
   <source>%n article(s)</source>
   <translation>
    <numerusform>%n article</numerusform>
    <numerusform>%n articles</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n bracket(s) open</source>
   <translation>
    <numerusform>%n bracket open</numerusform>
    <numerusform>%n brackets open</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Page</name>
  <message numerus="yes">
   <source>Let %n use(s) of “{term}” follow</source>
   <translation>
    <numerusform>Let %n use of “{term}” follow</numerusform>
    <numerusform>Let %n uses of “{term}” follow</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Queue</name>
  <message numerus="yes">
   <source>Kept, %n clause(s)</source>
   <translation>
    <numerusform>Kept, %n clause</numerusform>
    <numerusform>Kept, %n clauses</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n doubtful place(s)</source>
   <translation>
    <numerusform>%n doubtful place</numerusform>
    <numerusform>%n doubtful places</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>QueuePane</name>
  <message numerus="yes">
   <source>%n file(s)</source>
   <translation>
    <numerusform>%n file</numerusform>
    <numerusform>%n files</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n kept</source>
   <translation>
    <numerusform>%n kept</numerusform>
    <numerusform>%n kept</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n to review</source>
   <translation>
    <numerusform>%n to review</numerusform>
    <numerusform>%n to review</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n to read</source>
   <translation>
    <numerusform>%n to read</numerusform>
    <numerusform>%n to read</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n failed</source>
   <translation>
    <numerusform>%n failed</numerusform>
    <numerusform>%n failed</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>SettingsRoom</name>
  <message numerus="yes">
   <source>The library has %n problem(s).</source>
   <translation>
    <numerusform>The library has %n problem.</numerusform>
    <numerusform>The library has %n problems.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>StartRoom</name>
  <message numerus="yes">
   <source>%n bracket(s) open</source>
   <translation>
    <numerusform>%n bracket open</numerusform>
    <numerusform>%n brackets open</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>StatusBar</name>
  <message numerus="yes">
   <source>%n error(s)</source>
   <translation>
    <numerusform>%n error</numerusform>
    <numerusform>%n errors</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n warning(s)</source>
   <translation>
    <numerusform>%n warning</numerusform>
    <numerusform>%n warnings</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n remark(s)</source>
   <translation>
    <numerusform>%n remark</numerusform>
    <numerusform>%n remarks</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>SummaryPane</name>
  <message numerus="yes">
   <source>%n unchanged</source>
   <translation>
    <numerusform>%n unchanged</numerusform>
    <numerusform>%n unchanged</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n accepted</source>
   <translation>
    <numerusform>%n accepted</numerusform>
    <numerusform>%n accepted</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n rejected</source>
   <translation>
    <numerusform>%n rejected</numerusform>
    <numerusform>%n rejected</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Templates</name>
  <message numerus="yes">
   <source>%n placeholder(s)</source>
   <translation>
    <numerusform>%n placeholder</numerusform>
    <numerusform>%n placeholders</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>TermDialog</name>
  <message numerus="yes">
   <source>Stands in %n place(s).</source>
   <translation>
    <numerusform>Stands in %n place.</numerusform>
    <numerusform>Stands in %n places.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n place(s) would change.</source>
   <translation>
    <numerusform>%n place would change.</numerusform>
    <numerusform>%n places would change.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n place(s) would be left as before.</source>
   <translation>
    <numerusform>%n place would be left as before.</numerusform>
    <numerusform>%n places would be left as before.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Tools</name>
  <message numerus="yes">
   <source>Stands in %n place(s).</source>
   <translation>
    <numerusform>Stands in %n place.</numerusform>
    <numerusform>Stands in %n places.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>_CardPainter</name>
  <message numerus="yes">
   <source>same in %n agreement(s)</source>
   <translation>
    <numerusform>same in %n agreement</numerusform>
    <numerusform>same in %n agreements</numerusform>
   </translation>
  </message>
 </context>
</TS>
