xv

pPlaceholder
)
cPartitionedCallp*
fR	
restore7
5

restore
path 
r	RestoreV2pathpathpath